import type { TileUploadPhase } from '../editor/tile.ts'

/** What the words of a tile depend on. */
export interface TileFacts {
  readonly label: string
  readonly alt: 'text' | 'decorative' | 'missing'
  readonly isCover: boolean
  readonly isExternal: boolean
  readonly isNew: boolean
  readonly isReplaced: boolean
  readonly upload: TileUploadPhase | null
}

/** A key and what it does, as the help list shows it. */
interface KeyHelp {
  readonly keys: string
  readonly does: string
}

/** Everything that the grid and the selection bar show or announce. */
export interface GridMessages {
  readonly gridLabel: string
  readonly tileLabel: (tile: TileFacts) => string
  readonly empty: string
  readonly addImages: string

  readonly selectTile: (label: string) => string
  readonly moveTile: (label: string) => string
  readonly tileMenu: (label: string) => string

  readonly altBadge: string
  readonly altMissingBadge: string
  readonly coverBadge: string
  readonly newBadge: string
  readonly externalBadge: string
  readonly beforeBadge: string

  readonly uploadPhase: Readonly<Record<TileUploadPhase, string>>
  readonly uploadProgress: (label: string) => string
  readonly percent: (share: number) => string
  readonly cancelUpload: (label: string) => string
  readonly retry: string
  readonly retryUpload: (label: string) => string
  readonly sendAgain: string
  readonly sendUploadAgain: (label: string) => string
  readonly remove: string
  readonly removeTile: (label: string) => string
  readonly pictureUnavailable: string
  readonly reload: string
  readonly reloadPicture: (label: string) => string

  readonly editDetails: string
  readonly replace: string
  readonly setAsCover: string
  readonly moveTo: string
  readonly editAlt: string
  readonly clear: string
  readonly cancel: string
  readonly close: string
  readonly save: string

  readonly selected: (count: number) => string
  readonly selectionCleared: string

  readonly moving: (what: string, position: number, total: number) => string
  readonly position: (position: number, total: number) => string
  readonly moved: (what: string, position: number, total: number) => string
  readonly moveCancelled: string
  readonly images: (count: number) => string
  readonly placeHint: (what: string) => string

  readonly moveToTitle: (what: string) => string
  readonly moveToFirst: string
  readonly moveToLast: string
  readonly moveToPosition: (total: number) => string
  readonly moveToPlace: string
  readonly move: string

  readonly altTitle: (count: number) => string
  readonly altField: string
  readonly altHint: (count: number) => string

  readonly helpTitle: string
  readonly help: readonly KeyHelp[]
}

const number = new Intl.NumberFormat('en')
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 })
const images = (count: number): string => (count === 1 ? '1 image' : `${number.format(count)} images`)

const uploadPhase = {
  queued: 'Waiting',
  preparing: 'Preparing',
  sending: 'Uploading',
  processing: 'Processing',
  failed: 'Upload failed',
  expired: 'Upload expired',
} as const

const altWords = { text: 'has alt text', decorative: 'decorative', missing: 'no alt text' } as const

function describeTile(tile: TileFacts): string {
  const words = [
    tile.label,
    tile.isCover && 'cover',
    tile.isNew && 'new',
    tile.isReplaced && 'replaces the saved picture',
    tile.isExternal && 'external',
    altWords[tile.alt],
    tile.upload && uploadPhase[tile.upload].toLowerCase(),
  ]
  return words.filter(Boolean).join(', ')
}

const help: readonly KeyHelp[] = [
  { keys: 'Arrow keys, Home, End, Page Up, Page Down', does: 'Go to another image' },
  { keys: 'Shift + those', does: 'Extend the selection' },
  { keys: 'Space', does: 'Select or deselect the image' },
  { keys: 'Ctrl or ⌘ + A', does: 'Select all' },
  { keys: 'Escape', does: 'Clear the selection, or cancel a move' },
  { keys: 'Enter', does: 'Open details and alt text' },
  { keys: 'M', does: 'Lift the image or selection; arrows choose a place, Enter drops' },
  { keys: 'Alt + Shift + arrow', does: 'Move one step at once' },
  { keys: 'G', does: 'Move to a position' },
  { keys: 'Delete', does: 'Remove the selection, else the image' },
  { keys: 'Ctrl or ⌘ + Z', does: 'Undo; with Shift, redo' },
]

/** The English words of the grid. */
export const gridMessages: GridMessages = {
  gridLabel: 'Images',
  tileLabel: describeTile,
  empty: 'No images yet',
  addImages: 'Add images',

  selectTile: (label) => `Select ${label}`,
  moveTile: (label) => `Move ${label}`,
  tileMenu: (label) => `Actions for ${label}`,

  altBadge: 'ALT',
  altMissingBadge: 'No ALT',
  coverBadge: 'Cover',
  newBadge: 'New',
  externalBadge: 'External',
  beforeBadge: 'Before',

  uploadPhase,
  uploadProgress: (label) => `Upload of ${label}`,
  percent: (share) => percent.format(share),
  cancelUpload: (label) => `Cancel upload of ${label}`,
  retry: 'Retry',
  retryUpload: (label) => `Retry upload of ${label}`,
  sendAgain: 'Send again',
  sendUploadAgain: (label) => `Send again: ${label}`,
  remove: 'Remove',
  removeTile: (label) => `Remove ${label}`,
  pictureUnavailable: 'Picture unavailable',
  reload: 'Reload',
  reloadPicture: (label) => `Reload ${label}`,

  editDetails: 'Edit alt text and details',
  replace: 'Replace…',
  setAsCover: 'Set as cover',
  moveTo: 'Move to…',
  editAlt: 'Edit alt text',
  clear: 'Clear',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Apply',

  selected: (count) => `${number.format(count)} selected`,
  selectionCleared: 'Selection cleared',

  moving: (what, position, total) =>
    `Moving ${what}, position ${number.format(position)} of ${number.format(total)}. Arrow keys to choose a place, Enter to drop, Escape to cancel.`,
  position: (position, total) => `Position ${number.format(position)} of ${number.format(total)}`,
  moved: (what, position, total) => `Moved ${what} to position ${number.format(position)} of ${number.format(total)}`,
  moveCancelled: 'Move cancelled',
  images,
  placeHint: (what) => `Moving ${what}: tap a place, or use the arrow keys and Enter`,

  moveToTitle: (what) => `Move ${what}`,
  moveToFirst: 'First',
  moveToLast: 'Last',
  moveToPosition: (total) => `Position (1 to ${number.format(total)})`,
  moveToPlace: 'Choose a place in the grid',
  move: 'Move',

  altTitle: (count) => `Alt text for ${images(count)}`,
  altField: 'Alt text',
  altHint: (count) => `Replaces the alt text of ${images(count)}. Cancel leaves them unchanged.`,

  helpTitle: 'Keyboard shortcuts',
  help,
}
