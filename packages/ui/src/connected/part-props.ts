import type { Draft } from '../editor/draft.ts'
import type { GalleryEditorCore } from './create-gallery-editor.ts'

/** What every part of the workspace shows from. */
export interface PartProps {
  readonly editor: GalleryEditorCore
  readonly draft: Draft
  readonly isReadOnly: boolean
}

/** Loading the gallery anew, as the editor's header shows it. */
export interface Refresh {
  readonly run: () => void
  readonly isRunning: boolean
  /** Why the last one failed, for people. */
  readonly error: string | null
}
