import { digestBody } from '../body/digest-body.ts'
import { readForm } from '../body/read-form.ts'
import { readMessage, writeBlob } from '../body/receive-body.ts'
import { emptyReply, type Reply, versionHeader, xmlReply } from '../http/reply.ts'
import type { Handler, S3Context } from '../http/s3-request.ts'
import { assertPolicyAllows, type FormFields, parsePostPolicy, type SizeLimits } from '../policy/post-policy.ts'
import { S3Error } from '../s3-error.ts'
import { readScopeDate } from '../signature/credential-scope.ts'
import { createSignature, isSameSignature } from '../signature/signing-key.ts'
import { writeObject } from '../store/write-object.ts'
import { encodeUriPath } from '../uri-encode.ts'
import { element } from '../xml/xml-element.ts'
import { toObjectHeaders } from './object-headers.ts'

/** Checks the form's signature and its policy, and returns the sizes that the policy allows. */
function authorizeForm(fields: FormFields, { credentials, maxObjectBytes }: S3Context): SizeLimits {
  const { policy } = fields
  if (policy === undefined || fields['x-amz-algorithm'] !== 'AWS4-HMAC-SHA256') throw new S3Error('AccessDenied')
  const date = readScopeDate(fields['x-amz-credential'] ?? '', credentials)
  const expected = createSignature(credentials, date, policy)
  if (!isSameSignature(expected, fields['x-amz-signature'] ?? '')) throw new S3Error('SignatureDoesNotMatch')
  const parsed = parsePostPolicy(policy)
  assertPolicyAllows(parsed, fields, Date.now())
  return { ...parsed.sizeLimits, maxBytes: Math.min(parsed.sizeLimits.maxBytes, maxObjectBytes) }
}

async function receiveFile(file: AsyncIterable<Buffer>, limits: SizeLimits, { storage }: S3Context) {
  return await writeBlob(storage.blobs, async (write) => {
    const { sizeBytes, md5 } = await digestBody(file, { maxBytes: limits.maxBytes, write })
    if (sizeBytes < limits.minBytes) throw new S3Error('EntityTooSmall')
    return { sizeBytes, etag: md5.toString('hex') }
  })
}

interface StoredForm {
  readonly fields: FormFields
  readonly etag: string
  readonly location: string
  readonly versionId: string
}

function toReply({ fields, etag, location, versionId }: StoredForm): Reply {
  const headers = { etag: `"${etag}"`, location, ...versionHeader(versionId) }
  const status = fields['success_action_status']
  if (status !== '201') return emptyReply(status === '200' ? 200 : 204, headers)
  const result = element('PostResponse', [
    element('Location', location),
    element('Bucket', fields['bucket']),
    element('Key', fields['key']),
    element('ETag', `"${etag}"`),
  ])
  return xmlReply(result, { status: 201, headers })
}

/** A browser's form upload. */
export const postObject: Handler = async ({ bucket, headers, message }, context) => {
  const { storage } = context
  storage.buckets.get(bucket)
  const form = await readForm(readMessage(message), headers['content-type'] ?? '')
  const key = (form.fields['key'] ?? '').replaceAll('${filename}', form.fileName)
  if (!key) throw new S3Error('InvalidArgument', 'Bucket POST must contain a field named "key"')
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError')
  const fields = { ...form.fields, bucket, key }
  const limits = authorizeForm(fields, context)
  const { blob, result } = await receiveFile(form.file, limits, context)
  const content = { ...result, blob, headers: toObjectHeaders(fields), checksums: {}, tags: {} }
  const versionId = await writeObject(storage, { bucketName: bucket, key, content })
  const location = `http://${headers.host}/${bucket}/${encodeUriPath(key)}`
  return toReply({ fields, etag: result.etag, location, versionId })
}
