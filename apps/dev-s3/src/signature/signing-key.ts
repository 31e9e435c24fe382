import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

function hmac(key: string | Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** Signs with the SigV4 key of one day (`YYYYMMDD`); the same key signs requests and POST policies. */
export function createSignature(credentials: Credentials, date: string, text: string): string {
  const dayKey = hmac(`AWS4${credentials.secretAccessKey}`, date)
  const key = hmac(hmac(hmac(dayKey, credentials.region), 's3'), 'aws4_request')
  return hmac(key, text).toString('hex')
}

export function isSameSignature(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}
