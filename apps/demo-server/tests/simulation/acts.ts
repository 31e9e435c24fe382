import { completeUpload } from '../../src/domain/complete-upload.ts'
import { deleteGallery } from '../../src/domain/delete-gallery.ts'
import { deleteMedia } from '../../src/domain/delete-media.ts'
import { createGallery } from '../../src/domain/manage-galleries.ts'
import { replaceMedia } from '../../src/domain/replace-media.ts'
import { saveGallery } from '../../src/domain/save-gallery.ts'
import { sweepAll } from '../../src/domain/sweep.ts'
import { undoDeletion } from '../../src/domain/undo-deletion.ts'
import { uploadForm } from '../../src/domain/upload-form.ts'
import { createUpload, renewUpload } from '../../src/domain/uploads.ts'

/** What users and sweepers do: the server's own functions. A mutant puts another one in a place. */
export const realActs = {
  completeUpload,
  createGallery,
  createUpload,
  deleteGallery,
  deleteMedia,
  renewUpload,
  replaceMedia,
  saveGallery,
  sweepAll,
  undoDeletion,
  uploadForm,
}
export type Acts = typeof realActs
