import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../s3-error.ts'
import type { BodyDigests } from './digest-body.ts'

const checksumName = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/
const algorithms = ['crc32', 'sha1', 'sha256'] as const

export interface ChecksumSource {
  readonly headers: IncomingHttpHeaders
  readonly query: URLSearchParams
}

function assertSupported(name: string): void {
  const [, algorithm] = checksumName.exec(name) ?? []
  if (algorithm !== undefined && !algorithms.some((known) => known === algorithm)) {
    throw new S3Error('NotImplemented', `The checksum ${algorithm} is not supported`)
  }
}

function declaredTrailers(headers: IncomingHttpHeaders): string[] {
  const names = String(headers['x-amz-trailer'] ?? '').split(',')
  return names.map((name) => name.trim().toLowerCase()).filter(Boolean)
}

/** Refuses CRC32C and CRC64NVME before the body is read. */
export function assertChecksumsSupported({ headers, query }: ChecksumSource): void {
  const queryNames = [...query.keys()].map((name) => name.toLowerCase())
  for (const name of [...Object.keys(headers), ...queryNames, ...declaredTrailers(headers)]) assertSupported(name)
}

/** A presigned URL carries its checksum in the query: it is as binding as the header. */
function claimedValues(name: string, { headers, query }: ChecksumSource, trailers: ReadonlyMap<string, string>) {
  const inQuery = [...query].filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
  return [headers[name], trailers.get(name), ...inQuery].filter((value) => value !== undefined).map(String)
}

function assertTrailersArrived(headers: IncomingHttpHeaders, trailers: ReadonlyMap<string, string>): void {
  const missing = declaredTrailers(headers).find((name) => !trailers.has(name))
  if (missing !== undefined) throw new S3Error('MalformedTrailerError', `The trailer ${missing} is missing`)
}

/** Checks Content-MD5 and the payload hash. */
function assertHeaderHashes(headers: IncomingHttpHeaders, digests: BodyDigests): void {
  const claimedMd5 = headers['content-md5']
  if (claimedMd5 !== undefined && claimedMd5 !== digests.md5.toString('base64')) throw new S3Error('BadDigest')
  const claimedHash = String(headers['x-amz-content-sha256'] ?? '')
  if (/^[0-9a-f]{64}$/.test(claimedHash) && claimedHash !== digests.sha256.toString('hex')) {
    throw new S3Error('XAmzContentSHA256Mismatch')
  }
}

/**
 * Compares everything the client claimed about the body with what arrived.
 *
 * @returns the checksums to keep with the object, Base64 by algorithm.
 */
export function verifyChecksums(
  source: ChecksumSource,
  trailers: ReadonlyMap<string, string>,
  digests: BodyDigests,
): Record<string, string> {
  assertTrailersArrived(source.headers, trailers)
  assertHeaderHashes(source.headers, digests)
  const kept: Record<string, string> = {}
  for (const algorithm of algorithms) {
    const actual = digests[algorithm].toString('base64')
    const claims = claimedValues(`x-amz-checksum-${algorithm}`, source, trailers)
    if (claims.some((claim) => claim !== actual)) {
      throw new S3Error('BadDigest', `The ${algorithm.toUpperCase()} you specified did not match what we received.`)
    }
    if (claims.length > 0) kept[algorithm] = actual
  }
  return kept
}
