import { S3Error } from '../s3-error.ts'
import type { ObjectAddress, ObjectTable } from '../store/object-table.ts'
import type { StoredObject } from '../store/stored-object.ts'

const markerHeaders = { 'x-amz-delete-marker': 'true' }

/** Finds what a GET sees, or one version. @throws S3Error as S3 does for missing keys, versions and delete markers. */
export function findObject(objects: ObjectTable, address: ObjectAddress, versionId: string | null): StoredObject {
  if (versionId === null) {
    const latest = objects.latest(address)
    if (!latest) throw new S3Error('NoSuchKey')
    if (latest.isDeleteMarker) throw new S3Error('NoSuchKey', undefined, markerHeaders)
    return latest
  }
  const version = objects.version(address, versionId)
  if (!version) throw new S3Error('NoSuchVersion')
  if (version.isDeleteMarker) throw new S3Error('MethodNotAllowed', undefined, markerHeaders)
  return version
}
