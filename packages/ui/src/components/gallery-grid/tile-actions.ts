import { type GridContext, idsWith, removeTiles } from './grid-context.ts'

/** What a tile's buttons and its menu do; a button names its action in `data-action`. */
export const tileActions = {
  select: (id: string, context: GridContext) => context.selection.toggle(id),
  open: (id: string, context: GridContext) => context.commands.open(id),
  replace: (id: string, context: GridContext) => context.pickReplacement(id),
  setCover: (id: string, context: GridContext) => context.commands.setCover(id),
  remove: (id: string, context: GridContext) => removeTiles(new Set([id]), context),
  retry: (id: string, context: GridContext) => context.commands.retryUpload(id),
  cancelUpload: (id: string, context: GridContext) => context.commands.cancelUpload(id),
  moveTo: (id: string, context: GridContext) => context.showOverlay({ kind: 'moveTo', ids: new Set([id]), leadId: id }),
  move: (id: string, context: GridContext) => {
    context.moveMode.lift(idsWith(id, context), id)
    context.roving.focus(id)
  },
} as const

export type TileAction = keyof typeof tileActions

/** The action of the button that an event happened on. */
export function tileActionOf(target: Element): TileAction | null {
  const name = target.closest<HTMLElement>('[data-action]')?.dataset['action']
  return name !== undefined && isTileAction(name) ? name : null
}

const isTileAction = (name: string): name is TileAction => Object.hasOwn(tileActions, name)
