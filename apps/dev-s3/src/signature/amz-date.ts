import { S3Error } from '../s3-error.ts'

/** Reads `20261120T172400Z` into milliseconds since 1970. */
export function parseAmzDate(text: string): number {
  const [, date, hours, minutes, seconds] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  const iso = `${date?.slice(0, 4)}-${date?.slice(4, 6)}-${date?.slice(6)}T${hours}:${minutes}:${seconds}Z`
  const time = Date.parse(iso)
  if (Number.isNaN(time)) throw new S3Error('AccessDenied', 'The request needs a valid X-Amz-Date')
  return time
}
