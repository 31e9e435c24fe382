import type { MouseEvent } from 'react'
import { tileIdOf } from '../../grid/tile-element.ts'
import type { GridContext } from './grid-context.ts'
import { tileActionOf, tileActions } from './tile-actions.ts'

/** Clicks on tiles, their buttons and the gaps between them. */
export function handleGridClick(event: MouseEvent<HTMLElement>, context: GridContext): void {
  if (!(event.target instanceof Element)) return
  const id = tileIdOf(event.target)
  if (context.moveMode.mode) return placeByClick(event, context)
  if (id === null) return
  context.roving.activate(id)
  const button = event.target.closest('[data-action]')
  if (button?.matches('[data-action="menu"]')) return context.showOverlay({ kind: 'menu', id, anchor: button })
  const action = tileActionOf(event.target)
  if (action === 'select' && event.shiftKey) return context.selection.extendTo(id)
  if (action) return tileActions[action](id, context)
  if (!event.target.closest('button, input')) clickPicture(event, id, context)
}

/** Opens the tile, or selects it where the user is selecting. */
function clickPicture(event: MouseEvent<HTMLElement>, id: string, context: GridContext): void {
  const { selection, commands, isReadOnly } = context
  if (isReadOnly) return commands.open(id)
  if (event.shiftKey) return selection.extendTo(id)
  if (event.ctrlKey || event.metaKey || selection.ids.size > 0) return selection.toggle(id)
  commands.open(id)
}

/** Puts the tiles in hand where the user clicks; the click of a screen reader has no place but its tile. */
function placeByClick(event: MouseEvent<HTMLElement>, context: GridContext): void {
  const { moveMode, scroller } = context
  if (event.target instanceof Element && tileActionOf(event.target) === 'move') return moveMode.cancel()
  if (event.detail === 0) return placeAtTile(event.target, context)
  const insertion = scroller.insertionAt({ xPx: event.clientX, yPx: event.clientY })
  if (insertion) moveMode.placeAt(insertion.index)
}

function placeAtTile(target: EventTarget, { moveMode, indexById }: GridContext): void {
  const id = tileIdOf(target)
  const index = id === null ? undefined : indexById.get(id)
  if (index === undefined || !moveMode.mode) return
  const leadIndex = indexById.get(moveMode.mode.leadId) ?? 0
  moveMode.placeAt(index > leadIndex ? index + 1 : index)
}
