import type { EditorStore } from './editor-store.ts'
import { selectUploadWork } from './select-uploads.ts'
import type { UploadPort } from './upload-port.ts'

/** Lets uploads follow the draft: what no item needs is stopped, what one needs again goes on. For after each change. */
export function followUploads(store: EditorStore, uploads: UploadPort): void {
  const { cancel, resume } = selectUploadWork(store.getSnapshot())
  for (const key of cancel) uploads.cancel(key)
  for (const key of resume) uploads.resend(key)
}
