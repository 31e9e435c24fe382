import type { ReactElement, ReactNode } from 'react'
import { MoveBar } from '../selection-bar/MoveBar.tsx'
import { SelectionBar } from '../selection-bar/SelectionBar.tsx'
import type { GridContext } from './grid-context.ts'
import { runSelectionAction } from './selection-actions.ts'

export interface GridHeaderProps {
  readonly context: GridContext
  readonly children: ReactNode
}

/** One header, three uses: its children, the selection, or the tiles in hand. */
export function GridHeader({ context, children }: GridHeaderProps): ReactElement {
  const { moveMode, moves, messages, selection, isReadOnly } = context
  if (moveMode.mode) {
    const cancel = (): void => {
      moveMode.cancel()
      context.roving.refocus()
    }
    return <MoveBar what={moves.describe(moveMode.mode.ids)} messages={messages} onCancel={cancel} />
  }
  return (
    <SelectionBar
      count={isReadOnly ? 0 : selection.ids.size}
      messages={messages}
      onAction={(action) => runSelectionAction(action, context)}
    >
      {children ?? (
        <span className="gl-grid-count" dir="auto">
          {messages.images(context.tiles.length)}
        </span>
      )}
    </SelectionBar>
  )
}
