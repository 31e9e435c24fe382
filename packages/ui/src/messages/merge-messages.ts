import { editorMessages } from './editor.ts'

export type EditorMessages = typeof editorMessages

/** Other words for some or all of the editor's; what is left out stays English. */
export type EditorWords = {
  readonly [Group in keyof EditorMessages]?: EditorMessages[Group] extends string
    ? string
    : Partial<EditorMessages[Group]>
}

/** The English words with others put over them. */
export function mergeEditorMessages(words: EditorWords = {}): EditorMessages {
  return {
    header: { ...editorMessages.header, ...words.header },
    uploads: { ...editorMessages.uploads, ...words.uploads },
    edited: { ...editorMessages.edited, ...words.edited },
    save: { ...editorMessages.save, ...words.save },
    removed: { ...editorMessages.removed, ...words.removed },
    receipt: { ...editorMessages.receipt, ...words.receipt },
    details: { ...editorMessages.details, ...words.details },
    conflict: { ...editorMessages.conflict, ...words.conflict },
    empty: { ...editorMessages.empty, ...words.empty },
    load: { ...editorMessages.load, ...words.load },
    errors: { ...editorMessages.errors, ...words.errors },
    dismiss: words.dismiss ?? editorMessages.dismiss,
  }
}
