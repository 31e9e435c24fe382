/** Where a form upload goes: the fields of the form, the file being its last part. */
export interface PresignedUpload {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** What is known of one key after a delete was sent. Only `gone` is an observation of absence. */
export type DeleteOutcome =
  | { readonly state: 'gone' }
  /** A delete marker covers versions that could not be deleted. */
  | { readonly state: 'hidden'; readonly message: string }
  /** In doubt, throttled or unavailable: try again later. */
  | { readonly state: 'retry'; readonly message: string }
  /** Refused for good until somebody changes permissions; still tried again, and alarmed. */
  | { readonly state: 'denied'; readonly message: string }

export type ObjectPresence = 'present' | 'absent' | 'unknown'

export interface StoredObject {
  readonly key: string
  readonly sizeBytes: number
  readonly lastModifiedAt: string
}

/** An upload in parts that was begun and not ended. */
export interface IncompleteUpload {
  readonly key: string
  readonly startedAt: string
}

/** The object store as the domain needs it. Every method throws {@link StorageError} where the store did not answer. */
export interface ObjectStorage {
  /** Most keys that {@link deleteMany} takes at once. */
  readonly deleteBatchSize: number
  /** A form that takes exactly this key, this type and at most this many bytes. */
  presignUpload(request: { key: string; mime: string; maxBytes: number; expiresInMs: number }): Promise<PresignedUpload>
  /** The object's bytes; null where there is none. Stops with `StorageError` past `maxBytes`. */
  read(key: string, options: { maxBytes: number; signal: AbortSignal }): Promise<Buffer | null>
  /** Writes a key once; refuses to overwrite. */
  write(key: string, bytes: Buffer, options: { mime: string; signal: AbortSignal }): Promise<void>
  /** One outcome per key, `retry` for every key the answer does not mention. Never throws. */
  deleteMany(keys: readonly string[]): Promise<ReadonlyMap<string, DeleteOutcome>>
  /** Never throws: whatever is not a definite answer is `unknown`. */
  head(key: string): Promise<ObjectPresence>
  /** A page of keys under a prefix that ends in `/`, in byte order. */
  list(request: { prefix: string; cursor: string | null; limit: number }): Promise<{
    objects: readonly StoredObject[]
    nextCursor: string | null
  }>
  /** Uploads in parts that hold bytes under a prefix and are no objects; the app never starts one. */
  listIncompleteUploads(prefix: string): Promise<readonly IncompleteUpload[]>
}

export class StorageError extends Error {
  override readonly name = 'StorageError'
}
