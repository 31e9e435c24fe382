import type { IncomingHttpHeaders } from 'node:http'
import { allowsPublicRead, parseBucketPolicy } from '../policy/bucket-policy.ts'
import { S3Error } from '../s3-error.ts'
import type { SignableRequest } from '../signature/canonical-request.ts'
import { verifySignature } from '../signature/verify-signature.ts'
import type { Storage } from '../store/storage.ts'
import type { Operation } from './operation.ts'
import type { S3Context } from './s3-request.ts'

export interface AuthorizableRequest extends SignableRequest {
  readonly headers: IncomingHttpHeaders
  readonly query: URLSearchParams
  readonly bucket: string
  readonly key: string
  readonly operation: Operation | undefined
}

/** Parameters that ask S3 for more than the object itself; others, such as `?v=3`, mean nothing to it. */
const ownParameter = /^(versionId|partNumber|response-.*|x-amz-.*)$/i

function isPublicRead(storage: Storage, { operation, bucket, key, query }: AuthorizableRequest): boolean {
  if (operation !== 'GetObject' && operation !== 'HeadObject') return false
  if ([...query.keys()].some((name) => ownParameter.test(name))) return false
  const policy = storage.buckets.getDocument(bucket, 'policy')
  return policy !== undefined && allowsPublicRead(parseBucketPolicy(policy, bucket), bucket, key)
}

/**
 * Lets a request through when it is signed, or when it reads what a bucket policy opens to everybody.
 *
 * @returns whether it is signed. Form uploads are not: their signature is a field of the form.
 * @throws S3Error `AccessDenied`, also for a key that is not there: without the right to list, S3 does not tell.
 */
export function authorize(request: AuthorizableRequest, { storage, credentials }: S3Context): boolean {
  if (request.operation === 'PostObject') return false
  if (verifySignature(request, credentials, Date.now())) return true
  const object = isPublicRead(storage, request) ? storage.objects.latest(request) : undefined
  if (!object || object.isDeleteMarker) throw new S3Error('AccessDenied')
  return false
}
