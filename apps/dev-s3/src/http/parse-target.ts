import { S3Error } from '../s3-error.ts'

const maxKeyBytes = 1024

/** A request line's target, decoded exactly once. */
export interface RequestTarget {
  /** Decoded and not normalised: `..` is a part of a key like any other. */
  readonly path: string
  /** Empty for the service itself. */
  readonly bucket: string
  /** Empty for the bucket itself. */
  readonly key: string
  readonly queryPairs: [name: string, value: string][]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI')
  }
}

function toPair(parameter: string): [string, string] {
  const equals = parameter.indexOf('=')
  const [name, value] = equals < 0 ? [parameter, ''] : [parameter.slice(0, equals), parameter.slice(equals + 1)]
  return [decode(name.replaceAll('+', '%20')), decode(value.replaceAll('+', '%20'))]
}

/** Parses a path-style target: `/bucket/key?query`. @throws S3Error `InvalidURI`, `KeyTooLongError` */
export function parseTarget(target: string): RequestTarget {
  const [rawPath = '', ...rest] = target.split('?')
  if (!rawPath.startsWith('/')) throw new S3Error('InvalidURI')
  const path = decode(rawPath)
  const slash = rawPath.indexOf('/', 1)
  const bucket = decode(slash < 0 ? rawPath.slice(1) : rawPath.slice(1, slash))
  const key = slash < 0 ? '' : decode(rawPath.slice(slash + 1))
  if (Buffer.byteLength(key) > maxKeyBytes) throw new S3Error('KeyTooLongError')
  const queryPairs = rest.join('?').split('&').filter(Boolean).map(toPair)
  return { path, bucket, key, queryPairs }
}
