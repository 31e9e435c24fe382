import { receiveText } from '../body/receive-body.ts'
import { xmlReply } from '../http/reply.ts'
import type { Handler, S3Context, S3Request } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import type { Bucket } from '../store/bucket-store.ts'
import { deleteObject } from '../store/delete-object.ts'
import { removeUnusedBlobs } from '../store/remove-blobs.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { childrenNamed, childText, element, type XmlElement } from '../xml/xml-element.ts'

const maxKeys = 1000
const maxDocumentBytes = 2 * 2 ** 20

interface KeyToDelete {
  readonly key: string
  readonly versionId: string | undefined
  readonly ifMatch: string | undefined
}

interface KeyResult {
  readonly entry: XmlElement
  readonly blobs: readonly string[]
}

function toKeyToDelete(object: XmlElement): KeyToDelete {
  const key = childText(object, 'Key')
  if (!key) throw new S3Error('MalformedXML')
  return { key, versionId: childText(object, 'VersionId'), ifMatch: childText(object, 'ETag') }
}

/** @throws S3Error `MalformedXML` for no key, for more than 1000, and when one key has a character XML cannot carry. */
function parseDelete(xml: string): { keys: KeyToDelete[]; isQuiet: boolean } {
  const root = parseXml(xml)
  const keys = childrenNamed(root, 'Object').map(toKeyToDelete)
  if (root.name !== 'Delete' || keys.length === 0 || keys.length > maxKeys) throw new S3Error('MalformedXML')
  return { keys, isQuiet: childText(root, 'Quiet')?.trim() === 'true' }
}

function assertChecksummed({ headers }: S3Request): void {
  const isChecksummed = Object.keys(headers).some(
    (name) => name === 'content-md5' || name === 'x-amz-trailer' || name.startsWith('x-amz-checksum-'),
  )
  if (!isChecksummed) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*')
  }
}

function toErrorEntry(key: string, code: string, message: string): XmlElement {
  return element('Error', [element('Key', key), element('Code', code), element('Message', message)])
}

function deleteKey(bucket: Bucket, target: KeyToDelete, { storage }: S3Context): KeyResult {
  const { key, versionId } = target
  try {
    const deleted = deleteObject(storage, { bucket, ...target })
    const marker = [element('DeleteMarker', true), element('DeleteMarkerVersionId', deleted.versionId)]
    const entry = element('Deleted', [
      element('Key', key),
      ...(versionId === undefined ? [] : [element('VersionId', versionId)]),
      ...(deleted.isDeleteMarker ? marker : []),
    ])
    return { entry, blobs: deleted.blobs }
  } catch (error) {
    if (!(error instanceof S3Error)) throw error
    return { entry: toErrorEntry(key, error.code, error.message), blobs: [] }
  }
}

export const deleteObjects: Handler = async (request, context) => {
  assertChecksummed(request)
  const { storage } = context
  const { keys, isQuiet } = parseDelete(await receiveText(request, maxDocumentBytes))
  const bucket = storage.buckets.get(request.bucket)
  const results = storage.transaction(() =>
    keys.map((target): KeyResult => {
      const failure = request.failKey(target.key)
      if (failure === undefined) return deleteKey(bucket, target, context)
      return { entry: toErrorEntry(target.key, failure, 'Injected by a test'), blobs: [] }
    }),
  )
  await removeUnusedBlobs(
    storage,
    results.flatMap(({ blobs }) => blobs),
  )
  const entries = results.map(({ entry }) => entry).filter(({ name }) => !isQuiet || name === 'Error')
  return xmlReply(element('DeleteResult', entries))
}
