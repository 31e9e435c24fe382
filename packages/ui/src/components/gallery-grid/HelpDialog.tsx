import type { ReactElement } from 'react'
import type { GridMessages } from '../../messages/grid.ts'
import { GridDialog } from './GridDialog.tsx'

export interface HelpDialogProps {
  readonly messages: GridMessages
  readonly onClose: () => void
}

/** The list of keys. */
export function HelpDialog({ messages, onClose }: HelpDialogProps): ReactElement {
  return (
    <GridDialog title={messages.helpTitle} onClose={onClose}>
      <dl className="gl-help">
        {messages.help.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="gl-dialog-end">
        <button type="button" className="gl-button" onClick={onClose}>
          {messages.close}
        </button>
      </div>
    </GridDialog>
  )
}
