import type { VersionedUrl } from '@gallerist/sdk/contract'

/** A picture that a tile may show: a versioned URL of the server, a local preview, or somebody else's URL. */
export type TileImage =
  | { readonly kind: 'stored'; readonly url: VersionedUrl }
  | { readonly kind: 'local'; readonly url: string }
  | { readonly kind: 'external'; readonly url: string }

export type TileUploadPhase = 'queued' | 'preparing' | 'sending' | 'processing' | 'failed' | 'expired'

export interface TileUpload {
  readonly phase: TileUploadPhase
  /** Share of the bytes sent, 0 to 1; meaningful in `sending`. */
  readonly fraction: number
  /** Why it failed, in words for people. */
  readonly message: string | null
}

/** All that the grid knows of one place of the draft. */
export interface Tile {
  /** Stable for the life of the draft: through upload, save and refetch. */
  readonly id: string
  /** Title, else file name. */
  readonly label: string
  readonly image: TileImage | null
  readonly alt: { readonly state: 'text' | 'decorative' | 'missing'; readonly text: string }
  readonly isCover: boolean
  /** Not ours: shown, never deleted. */
  readonly isExternal: boolean
  /** The upload that becomes this tile, or that will replace its picture; null when none is under way or failed. */
  readonly upload: TileUpload | null
  /** The picture that a save will replace, for before/after; null unless a replacement is in the draft. */
  readonly replacedImage: TileImage | null
  /** Added in this draft and not saved yet. */
  readonly isNew: boolean
}

/** What a grid asks of the draft. Ids, never positions, name tiles; positions are places between tiles. */
export interface GridCommands {
  /** Puts the tiles, in their order, before the tile that is at `toIndex` now (`tiles.length` = at the end). */
  move(ids: readonly string[], toIndex: number): void
  remove(ids: readonly string[]): void
  open(id: string): void
  setCover(id: string): void
  /** Adds files at a place (undefined = at the end). */
  addFiles(files: readonly File[], atIndex?: number): void
  replace(id: string, file: File): void
  setAlt(ids: readonly string[], alt: string | undefined): void
  retryUpload(id: string): void
  cancelUpload(id: string): void
  undo(): void
  redo(): void
}
