import type { GridMessages } from '../../messages/grid.ts'

export type SelectionAction = 'moveTo' | 'setCover' | 'editAlt' | 'replace' | 'remove' | 'clear'

export interface SelectionItem {
  readonly action: SelectionAction
  readonly words: string
  readonly icon: string
}

/** Cover and replacement are for one image. */
const forOneOnly: ReadonlySet<SelectionAction> = new Set(['setCover', 'replace'])

/** What can be done with so many selected tiles. */
export function toSelectionItems(count: number, messages: GridMessages): readonly SelectionItem[] {
  const items: readonly SelectionItem[] = [
    { action: 'moveTo', words: messages.moveTo, icon: 'move' },
    { action: 'setCover', words: messages.setAsCover, icon: 'cover' },
    { action: 'editAlt', words: messages.editAlt, icon: 'text' },
    { action: 'replace', words: messages.replace, icon: 'replace' },
    { action: 'remove', words: messages.remove, icon: 'trash' },
    { action: 'clear', words: messages.clear, icon: 'close' },
  ]
  return count === 1 ? items : items.filter((item) => !forOneOnly.has(item.action))
}
