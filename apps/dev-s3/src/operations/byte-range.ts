import { S3Error } from '../s3-error.ts'

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Reads a Range header with one range; undefined means the whole object, also for what S3 ignores.
 *
 * @throws S3Error `InvalidRange`
 */
export function parseByteRange(header: string | undefined, sizeBytes: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!first && !last) return undefined
  const end = first && last ? Math.min(Number(last), sizeBytes - 1) : sizeBytes - 1
  const start = first ? Number(first) : Math.max(0, sizeBytes - Number(last))
  if (first && last && Number(first) > Number(last)) return undefined
  if (start > end) throw new S3Error('InvalidRange')
  return { start, end }
}
