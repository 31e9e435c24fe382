import type { ChangeCounts } from '../editor/select-save-outlook.ts'
import type { Forecast } from '../editor/select-forecast.ts'
import { formatBytes } from './format-bytes.ts'
import { plural } from './plural.ts'

const number = new Intl.NumberFormat('en')

/** Words of the save bar and of what surrounds a save. */
export const saveMessages = {
  label: 'Unsaved changes',
  added: (count: number) => `${number.format(count)} added`,
  removed: (count: number) => `${number.format(count)} removed`,
  otherChanges: describeOtherChanges,
  /** What becomes of files on save. */
  forecast: ({ deleteCount, deleteBytes, isExact }: Forecast) =>
    deleteCount === 0
      ? 'no file will be deleted'
      : `${isExact ? '' : 'up to '}${formatBytes(deleteBytes, 'en')} will be deleted`,
  kept: (count: number) => `${plural(count, 'file')} kept, used elsewhere`,
  save: 'Save',
  saving: 'Saving…',
  saveWhenUploaded: (count: number) => `Save when ${plural(count, 'upload')} ${count === 1 ? 'finishes' : 'finish'}`,
  waiting: (count: number) => `Waiting for ${plural(count, 'upload')}…`,
  saveWithoutPending: (count: number) => `Save without ${plural(count, 'upload')}`,
  uploadsRunning: (count: number) => `${plural(count, 'upload')} running`,
  cancelSave: 'Cancel save',
  retry: 'Try again',
  discard: 'Discard',
  discardTitle: 'Discard all changes?',
  discardBody: (uploads: number) => `${plural(uploads, 'new file')} would have to be chosen and uploaded again.`,
  keepEditing: 'Keep editing',
  showFailed: (count: number) => `${plural(count, 'upload')} failed`,
  failedHint: 'Retry or remove to save',
  failedTitle: 'Not saved',
  removeGone: (count: number) => `Remove ${plural(count, 'lost image')}`,
  conflictHint: 'Somebody else saved',
}

function describeOtherChanges(changes: ChangeCounts): readonly string[] {
  const parts = [
    changes.replaced > 0 && `${number.format(changes.replaced)} replaced`,
    changes.moved > 0 && 'order changed',
    changes.altTexts > 0 && plural(changes.altTexts, 'alt text'),
    changes.captions > 0 && plural(changes.captions, 'caption'),
    changes.isCoverChanged && 'cover changed',
  ]
  return parts.filter((part) => part !== false)
}
