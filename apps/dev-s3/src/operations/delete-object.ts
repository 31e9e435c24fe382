import { emptyReply, versionHeader } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { deleteObject as deleteStoredObject } from '../store/delete-object.ts'
import { removeUnusedBlobs } from '../store/remove-blobs.ts'

export const deleteObject: Handler = async ({ bucket, key, query, headers }, { storage }) => {
  const deleted = deleteStoredObject(storage, {
    bucket: storage.buckets.get(bucket),
    key,
    versionId: query.get('versionId') ?? undefined,
    ifMatch: headers['if-match'],
  })
  await removeUnusedBlobs(storage, deleted.blobs)
  return emptyReply(204, {
    ...versionHeader(deleted.versionId),
    ...(deleted.isDeleteMarker && { 'x-amz-delete-marker': 'true' }),
  })
}
