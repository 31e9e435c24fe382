import type { StringRecord } from '../store/string-record.ts'

const storedHeaders = new Set(['content-type', 'cache-control', 'content-disposition', 'content-language', 'expires'])

/** `aws-chunked` describes the transfer, not the object. */
function readContentEncoding(headers: HeaderSource): string {
  const encodings = String(headers['content-encoding'] ?? '').split(',')
  return encodings
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding && encoding !== 'aws-chunked')
    .join(',')
}

type HeaderSource = Readonly<Record<string, string | readonly string[] | undefined>>

/** The headers that an object keeps: the standard ones and `x-amz-meta-*`. Form fields have the same names. */
export function toObjectHeaders(headers: HeaderSource): StringRecord {
  const kept = Object.entries(headers).filter(
    ([name, value]) => value && (storedHeaders.has(name) || name.startsWith('x-amz-meta-')),
  )
  const encoding = readContentEncoding(headers)
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    ...(encoding && { 'content-encoding': encoding }),
  }
}
