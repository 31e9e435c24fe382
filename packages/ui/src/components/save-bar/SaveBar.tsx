import type { ReactNode } from 'react'
import type { Forecast } from '../../editor/select-forecast.ts'
import type { SaveMode, SaveOutlook } from '../../editor/select-save-outlook.ts'
import type { SaveCommands } from './save-commands.ts'
import { SaveActions } from './SaveActions.tsx'
import { SaveSummary } from './SaveSummary.tsx'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface SaveBarProps {
  readonly outlook: SaveOutlook
  readonly forecast: Forecast | null
  readonly commands: SaveCommands
  readonly mode?: SaveMode | undefined
  /** Above the bar: the tray of removed images, a failure. */
  readonly children?: ReactNode
  readonly isTrayOpen: boolean
}

/** Says what a save will do, and does it. There only while there is something to save. State: `data-status`. */
export function SaveBar({ outlook, forecast, commands, mode = 'wait', children, isTrayOpen }: SaveBarProps) {
  const messages = useEditorMessages()
  if (outlook.status === 'clean') return null
  return (
    <section className="gl-save-bar" data-status={outlook.status} aria-label={messages.save.label}>
      {children}
      <div className="gl-save-bar-row">
        <SaveSummary
          changes={outlook.changes}
          forecast={forecast}
          isTrayOpen={isTrayOpen}
          onToggleTray={commands.toggleTray}
        />
        <SaveActions outlook={outlook} mode={mode} commands={commands} />
      </div>
    </section>
  )
}
