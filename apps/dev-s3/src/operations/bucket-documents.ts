import { receiveText } from '../body/receive-body.ts'
import { emptyReply, xmlReply } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { parseBucketPolicy } from '../policy/bucket-policy.ts'
import { parseCorsRules } from '../policy/cors-rules.ts'
import { S3Error, type S3ErrorCode } from '../s3-error.ts'
import type { BucketDocument } from '../store/bucket-store.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { childText, element } from '../xml/xml-element.ts'

const maxDocumentBytes = 262_144

interface DocumentKind {
  readonly missing: S3ErrorCode
  readonly contentType: string
  readonly putStatus: number
  /** Throws when the document cannot be used. */
  readonly check: (text: string, bucket: string) => void
}

const documentKinds: Record<BucketDocument, DocumentKind> = {
  cors: {
    missing: 'NoSuchCORSConfiguration',
    contentType: 'application/xml',
    putStatus: 200,
    check: parseCorsRules,
  },
  policy: {
    missing: 'NoSuchBucketPolicy',
    contentType: 'application/json',
    putStatus: 204,
    check: parseBucketPolicy,
  },
  // Stored and returned only: nothing expires here.
  lifecycle: {
    missing: 'NoSuchLifecycleConfiguration',
    contentType: 'application/xml',
    putStatus: 200,
    check: parseXml,
  },
}

export function getBucketDocument(document: BucketDocument): Handler {
  const { missing, contentType } = documentKinds[document]
  return ({ bucket }, { storage }) => {
    storage.buckets.get(bucket)
    const body = storage.buckets.getDocument(bucket, document)
    if (body === undefined) throw new S3Error(missing)
    return { status: 200, headers: { 'content-type': contentType }, body }
  }
}

export function putBucketDocument(document: BucketDocument): Handler {
  const { check, putStatus } = documentKinds[document]
  return async (request, { storage }) => {
    const text = await receiveText(request, maxDocumentBytes)
    storage.buckets.get(request.bucket)
    check(text, request.bucket)
    storage.buckets.setDocument(request.bucket, document, text)
    return emptyReply(putStatus)
  }
}

export function deleteBucketDocument(document: BucketDocument): Handler {
  return ({ bucket }, { storage }) => {
    storage.buckets.get(bucket)
    storage.buckets.setDocument(bucket, document, null)
    return emptyReply(204)
  }
}

export const getBucketVersioning: Handler = ({ bucket }, { storage }) => {
  const { versioning } = storage.buckets.get(bucket)
  return xmlReply(element('VersioningConfiguration', versioning === '' ? [] : [element('Status', versioning)]))
}

export const putBucketVersioning: Handler = async (request, { storage }) => {
  const status = childText(parseXml(await receiveText(request, maxDocumentBytes)), 'Status')
  if (status !== 'Enabled' && status !== 'Suspended') throw new S3Error('MalformedXML')
  storage.buckets.get(request.bucket)
  storage.buckets.setVersioning(request.bucket, status)
  return emptyReply(200)
}
