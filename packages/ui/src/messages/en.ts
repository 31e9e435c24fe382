import { type EditorMessages, type EditorWords, mergeEditorMessages } from './merge-messages.ts'
import { type GridMessages, gridMessages } from './grid.ts'

/** Every word that the editor shows or announces. */
export interface Messages {
  readonly editor: EditorMessages
  readonly grid: GridMessages
}

/** Other words for some or all of them; what is left out stays English. */
export interface Words {
  readonly editor?: EditorWords | undefined
  readonly grid?: Partial<GridMessages> | undefined
}

/** The English words with others put over them. */
export function mergeMessages({ editor, grid }: Words = {}): Messages {
  return { editor: mergeEditorMessages(editor), grid: { ...gridMessages, ...grid } }
}

export const en: Messages = mergeMessages()
