import type { SelectionAction } from '../selection-bar/selection-items.ts'
import { type GridContext, inOrder, removeTiles } from './grid-context.ts'

/** What the selection bar does with the selected tiles. */
export function runSelectionAction(action: SelectionAction, context: GridContext): void {
  const { selection, indexById, commands, roving, showOverlay } = context
  const { ids } = selection
  const [firstId] = inOrder(ids, indexById)
  if (firstId === undefined) return
  switch (action) {
    case 'moveTo':
      return showOverlay({ kind: 'moveTo', ids, leadId: firstId })
    case 'setCover':
      return commands.setCover(firstId)
    case 'editAlt':
      return ids.size === 1 ? commands.open(firstId) : showOverlay({ kind: 'alt', ids })
    case 'replace':
      return context.pickReplacement(firstId)
    case 'remove':
      return removeTiles(ids, context)
    case 'clear':
      selection.replace([])
      return roving.refocus()
    default:
      return action satisfies never
  }
}
