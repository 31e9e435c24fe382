import type { Draft } from '../editor/draft.ts'
import type { GalleryEditorCore } from './create-gallery-editor.ts'

/** What every part of the workspace shows from. */
export interface PartProps {
  readonly editor: GalleryEditorCore
  readonly draft: Draft
  readonly isReadOnly: boolean
}
