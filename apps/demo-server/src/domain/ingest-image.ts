import { randomUUID } from 'node:crypto'
import type { Sql } from '../db/database.ts'
import { insertFile, verifyFile, type NewFile } from '../db/files.ts'
import { dropIncoming } from '../db/incoming.ts'
import { insertMedia } from '../db/media.ts'
import { insertDirectRefs, type DirectRef } from '../db/media-refs.ts'
import { finishUpload, type UploadRow } from '../db/uploads.ts'
import { StorageError, type ObjectStorage } from '../storage/object-storage.ts'
import { DomainError } from './domain-error.ts'
import type { ImageTools, ReadyImage } from './image-tools.ts'
import { originalKeyOf, thumbnailKeyOf } from './object-keys.ts'
import { requireStorage, uploadExpired, type UploadDeps, type UploadTarget } from './uploads.ts'

export interface IngestDeps extends UploadDeps {
  readonly images: ImageTools
}

export interface IngestRequest {
  readonly upload: UploadRow
  readonly bytes: Buffer
  readonly fileName: string
  readonly target: UploadTarget
}

/** How long one server may work on an upload before another one may take it over, in milliseconds. */
export const processingMs = 120_000
/** Writes are aborted well before the deadline that is committed for them. */
const writeMs = 60_000
const abortWritesMs = 50_000

/**
 * Row before bytes: the file's row, with all its keys and a write deadline, is committed before the first byte is
 * written. A server that dies here leaves a row that runs out, never an unknown object.
 */
export async function ingestImage(deps: IngestDeps, request: IngestRequest): Promise<void> {
  const storage = requireStorage(deps.storage)
  const image = await deps.images.prepare(request.bytes)
  const file = toFile(image, request)
  await deps.database.transaction((tx) => insertFile(tx, file, writeMs))
  await writeObjects(storage, file, { image, bytes: request.bytes })
  await deps.database.transaction((tx) => makeMedia(tx, file, request))
}

function toFile(image: ReadyImage, { upload }: IngestRequest): NewFile {
  const id = randomUUID()
  return {
    id,
    userId: upload.userId,
    originalKey: originalKeyOf(id, image.mime),
    variants: image.thumbnails.map(({ nominalWidthPx, widthPx, heightPx, bytes }) => ({
      key: thumbnailKeyOf(id, nominalWidthPx),
      widthPx,
      heightPx,
      sizeBytes: bytes.length,
    })),
    mime: image.mime,
    sizeBytes: image.sizeBytes,
    widthPx: image.widthPx,
    heightPx: image.heightPx,
    checksumSha256: image.checksumSha256,
  }
}

async function writeObjects(
  storage: ObjectStorage,
  file: NewFile,
  content: { image: ReadyImage; bytes: Buffer },
): Promise<void> {
  const signal = AbortSignal.timeout(abortWritesMs)
  const thumbnails = content.image.thumbnails.map(({ bytes }, index) => ({
    key: file.variants[index]?.key ?? '',
    bytes,
  }))
  try {
    await storage.write(file.originalKey, content.bytes, { mime: file.mime, signal })
    for (const { key, bytes } of thumbnails) await storage.write(key, bytes, { mime: 'image/webp', signal })
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    throw new DomainError('STORAGE_UNAVAILABLE', 'Storage did not take the file. Try again in a moment.', {
      cause: error,
    })
  }
}

async function makeMedia(tx: Sql, file: NewFile, { upload, fileName, target }: IngestRequest): Promise<void> {
  if (!(await verifyFile(tx, file.id))) throw uploadExpired(upload.id)
  const mediaId = randomUUID()
  await insertMedia(tx, {
    id: mediaId,
    userId: upload.userId,
    fileId: file.id,
    fileName,
    title: target.title,
    altText: target.altText,
  })
  await insertDirectRefs(tx, toRefs(mediaId, target))
  if (!(await finishUpload(tx, upload.id, mediaId))) {
    throw new DomainError('UPLOAD_IN_PROGRESS', `Upload ${upload.id} was completed elsewhere. Ask again.`)
  }
  if (upload.incomingKey !== null) await dropIncoming(tx, upload.incomingKey)
}

/** Attached where it says so, staged where it says so, else pinned to the library. */
function toRefs(id: string, target: UploadTarget): DirectRef[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a new id becomes one here
  const mediaId = id as DirectRef['mediaId']
  if (target.attachTo !== undefined) return [{ mediaId, slot: 'object', ...target.attachTo }]
  return target.staged ? [] : [{ mediaId, slot: 'library', contentType: null, objectId: null }]
}
