import { createContext, useContext } from 'react'
import { editorMessages } from './editor.ts'
import type { EditorMessages } from './merge-messages.ts'

/** The words that components around the grid show; English where nobody provides others. */
export const EditorMessagesContext = createContext<EditorMessages>(editorMessages)

export function useEditorMessages(): EditorMessages {
  return useContext(EditorMessagesContext)
}
