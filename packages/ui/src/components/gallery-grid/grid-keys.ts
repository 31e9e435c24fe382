import type { KeyboardEvent } from 'react'
import { type KeyAction, toKeyAction } from '../../grid/key-action.ts'
import { moveIndex, toMotion } from '../../grid/motion.ts'
import { isRtl, isTile } from '../../grid/tile-element.ts'
import { type GridContext, idsWith, removeTiles } from './grid-context.ts'

/** Keys of a tile that has focus, or of the tiles in hand. */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, context: GridContext): void {
  if (event.defaultPrevented) return
  const isHandled = context.moveMode.mode ? handleMoveKey(event, context) : handleTileKey(event, context)
  if (isHandled) event.preventDefault()
}

function handleMoveKey(event: KeyboardEvent<HTMLElement>, { moveMode }: GridContext): boolean {
  const motion = toMotion(event.key, isRtl(event.currentTarget))
  if (motion !== null) moveMode.step(motion)
  else if (event.key === 'Enter' || event.key === ' ') moveMode.drop()
  else if (event.key === 'Escape' || event.key === 'Tab') moveMode.cancel()
  else return false
  return true
}

/** Keys that change nothing. */
const readOnlyTypes: ReadonlySet<KeyAction['type']> = new Set(['go', 'open', 'help'])

function handleTileKey(event: KeyboardEvent<HTMLElement>, context: GridContext): boolean {
  const id = context.roving.activeId
  const action = isTile(event.target) && id !== null ? toKeyAction(event, isRtl(event.currentTarget)) : null
  if (!action || id === null || (context.isReadOnly && !readOnlyTypes.has(action.type))) return false
  return runKeyAction(action, id, context)
}

/** Runs an action on the active tile; false leaves the key to others. */
function runKeyAction(action: KeyAction, id: string, context: GridContext): boolean {
  const { selection, commands, moveMode, roving, showOverlay } = context
  switch (action.type) {
    case 'go':
      return go(action, context)
    case 'nudge':
      moveMode.nudge(idsWith(id, context), id, action.motion)
      return true
    case 'toggle':
      selection.toggle(id)
      return true
    case 'selectAll':
      selection.replace(context.tiles.map((tile) => tile.id))
      return true
    case 'escape':
      if (selection.ids.size > 0) selection.replace([])
      return selection.ids.size > 0
    case 'remove':
      removeTiles(selection.ids.size > 0 ? selection.ids : new Set([id]), context)
      return true
    case 'undo':
    case 'redo':
      commands[action.type]()
      return true
    case 'lift':
      moveMode.lift(idsWith(id, context), id)
      roving.focus(id)
      return true
    case 'moveTo':
      showOverlay({ kind: 'moveTo', ids: idsWith(id, context), leadId: id })
      return true
    case 'open':
      commands.open(id)
      return true
    case 'help':
      showOverlay({ kind: 'help' })
      return true
    default:
      return action satisfies never
  }
}

function go(action: Extract<KeyAction, { type: 'go' }>, context: GridContext): boolean {
  const { roving, selection, scroller, bounds } = context
  const index = moveIndex(roving.activeIndex, action.motion, bounds)
  const target = context.tiles[index]
  if (!target) return false
  if (action.extendsSelection && !context.isReadOnly) selectTo(target.id, context)
  else selection.anchorAt(target.id)
  roving.focus(target.id)
  scroller.reveal(index)
  return true
}

function selectTo(id: string, { selection, roving }: GridContext): void {
  if (selection.ids.size === 0 && roving.activeId !== null) selection.anchorAt(roving.activeId)
  selection.extendTo(id)
}
