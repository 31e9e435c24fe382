import { acceptedImageTypes, limits } from '@gallerist/sdk/contract'
import type { EditKind } from '../editor/history.ts'
import { detailsMessages } from './details-messages.ts'
import { errorMessages } from './error-messages.ts'
import { formatBytes } from './format-bytes.ts'
import { plural } from './plural.ts'
import { receiptMessages } from './receipt-messages.ts'
import { saveMessages } from './save-messages.ts'

const edited: Readonly<Record<EditKind, (count: number) => string>> = {
  removed: (count) => `${plural(count, 'image')} removed`,
  restored: (count) => `${plural(count, 'image')} restored`,
  moved: (count) => `${plural(count, 'image')} moved`,
  added: (count) => `${plural(count, 'image')} added`,
  alt: (count) => `Alt text of ${plural(count, 'image')} changed`,
  caption: (count) => `${plural(count, 'caption')} changed`,
  cover: () => 'Cover changed',
  replaced: (count) => `${plural(count, 'image')} replaced`,
}

const types = Object.values(acceptedImageTypes).map((type) => type.toUpperCase())
const number = new Intl.NumberFormat('en')
const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 })

const headerMessages = {
  label: 'Gallery editor',
  imageCount: (count: number) => plural(count, 'image'),
  addImages: 'Add images',
  refresh: 'Refresh',
  undo: 'Undo',
  redo: 'Redo',
  readOnly: 'Read only',
}

const uploadMessages = {
  progress: (done: number, total: number, fraction: number) =>
    `Uploading ${Math.min(done + 1, total)} of ${total} · ${percent.format(fraction)}`,
  stuck: (count: number) => `${plural(count, 'upload')} failed`,
  retryAll: (count: number) => `Retry all (${count})`,
  started: (count: number) => `Uploading ${plural(count, 'file')}`,
  quarter: (share: number) => `${percent.format(share)} uploaded`,
  ended: (count: number) => `${plural(count, 'file')} uploaded`,
  tooLarge: (sizeBytes: number) =>
    `Too large: ${formatBytes(sizeBytes, 'en')}, limit ${formatBytes(limits.fileBytes, 'en')}`,
  wrongType: `Not a picture of an accepted type (${types.join(', ')})`,
  emptyFile: 'The file is empty',
  tooMany: (limit: number) => `The gallery is full: ${plural(limit, 'image')} at most`,
  rejected: (count: number) => `${plural(count, 'file')} not added`,
  dropHere: 'Drop to add images',
}

const removedMessages = {
  title: (count: number) => `${plural(count, 'image')} will leave this gallery on save`,
  delete: 'Will be deleted on save',
  keep: (reason: string) => `Will be kept: ${reason}`,
  external: 'External picture: only the link goes',
  restore: 'Restore',
  restoreItem: (label: string) => `Restore ${label}`,
  restoreAll: 'Restore all',
  more: (count: number) => `and ${plural(count, 'more image')}`,
}

const conflictMessages = {
  title: 'Someone else saved this gallery',
  body: 'Your changes are kept here. They cannot be saved over the newer version.',
  theirs: (version: number, savedAt: string) => `Version ${version}, saved ${time.format(new Date(savedAt))}`,
  changes: (added: number, removed: number, other: number) =>
    [
      added > 0 && `${number.format(added)} added`,
      removed > 0 && `${number.format(removed)} removed`,
      other > 0 && `${plural(other, 'image')} moved or edited`,
    ]
      .filter((part) => part !== false)
      .join(', ') || 'no change to the images',
  load: 'Discard mine and load theirs',
  confirmTitle: 'Discard your changes?',
  confirmBody: 'The newer version is loaded, and what you changed here is lost.',
  keepEditing: 'Keep editing',
}

const emptyMessages = {
  title: 'No images yet',
  hint: 'or drop or paste them here',
  accepted: `${types.join(', ')} up to ${formatBytes(limits.fileBytes, 'en')}`,
  readOnly: 'This gallery has no images.',
}

const loadMessages = {
  loading: 'Loading gallery…',
  failed: 'The gallery could not be loaded',
  refreshFailed: 'The gallery could not be refreshed',
  retry: 'Try again',
}

/** The English words of everything around the grid. */
export const editorMessages = {
  header: headerMessages,
  uploads: uploadMessages,
  edited,
  save: saveMessages,
  removed: removedMessages,
  receipt: receiptMessages,
  details: detailsMessages,
  conflict: conflictMessages,
  empty: emptyMessages,
  load: loadMessages,
  errors: errorMessages,
  dismiss: 'Dismiss',
}
