import type { Bucket } from './bucket-store.ts'
import { assertIfMatch } from './preconditions.ts'
import type { Storage } from './storage.ts'
import type { StoredObject } from './stored-object.ts'
import { newVersionId } from './version-id.ts'

export interface ObjectDelete {
  readonly bucket: Bucket
  readonly key: string
  readonly versionId?: string | undefined
  readonly ifMatch?: string | undefined
}

export interface DeletedObject {
  /** The removed version, or the new delete marker. */
  readonly versionId?: string
  readonly isDeleteMarker: boolean
  /** Remove them after the commit, if unused. */
  readonly blobs: readonly string[]
}

function removeRow(storage: Storage, object: StoredObject | undefined): string[] {
  if (!object) return []
  storage.objects.remove(object.id)
  return [object.blob]
}

function deleteVersion(storage: Storage, { bucket, key }: ObjectDelete, versionId: string): DeletedObject {
  const address = { bucket: bucket.name, key }
  const object = storage.objects.version(address, versionId)
  const blobs = removeRow(storage, object)
  const newest = storage.objects.newest(address)
  if (object?.isLatest && newest) storage.objects.promote(newest.id)
  return { versionId, isDeleteMarker: object?.isDeleteMarker ?? false, blobs }
}

function addDeleteMarker(storage: Storage, { bucket, key }: ObjectDelete): DeletedObject {
  const address = { bucket: bucket.name, key }
  const versionId = newVersionId(bucket)
  const blobs = removeRow(storage, storage.objects.version(address, versionId))
  storage.objects.demoteLatest(address)
  storage.objects.insertLatest(address, versionId, 'delete-marker')
  return { versionId, isDeleteMarker: true, blobs }
}

/** Deletes as S3 does: a version for good, a plain key for good or, in a versioned bucket, behind a delete marker. */
export function deleteObject(storage: Storage, request: ObjectDelete): DeletedObject {
  const { bucket, key, versionId } = request
  return storage.transaction(() => {
    const current = storage.objects.latest({ bucket: bucket.name, key })
    assertIfMatch(request.ifMatch, current)
    if (versionId !== undefined) return deleteVersion(storage, request, versionId)
    if (bucket.versioning !== '') return addDeleteMarker(storage, request)
    return { isDeleteMarker: false, blobs: removeRow(storage, current) }
  })
}
