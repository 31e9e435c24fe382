import { type AcceptedImageType, acceptedImageTypes, sniffImageType } from '@gallerist/sdk/contract'
import { fileTypeFromBuffer } from 'file-type'
import { refuse } from '../domain/domain-error.ts'

/** Other names for the same thing: an animated PNG, an AVIF that says the name of its container first. */
const sameAs: Readonly<Record<string, AcceptedImageType>> = { 'image/apng': 'image/png', 'image/heif': 'image/avif' }

/**
 * The type that the bytes have, whatever they are called. Where two readers know it, they must agree.
 *
 * @throws DomainError FILE_TYPE_UNSUPPORTED
 */
export async function detectType(bytes: Buffer): Promise<AcceptedImageType> {
  const sniffed = sniffImageType(bytes)
  const found = (await fileTypeFromBuffer(bytes))?.mime
  // A file that is cut off after its first bytes is named by them alone; decoding refuses it.
  if (sniffed !== null && sniffed === (found === undefined ? sniffed : (sameAs[found] ?? found))) return sniffed
  const name = found === undefined || found === 'application/xml' ? nameText(bytes) : found
  const accepted = Object.keys(acceptedImageTypes).join(', ')
  throw refuse('FILE_TYPE_UNSUPPORTED', `The file is ${name}; choose one of ${accepted}.`, { found: name })
}

/** Texts carry no magic bytes; the ones that browsers would run deserve their name. */
function nameText(bytes: Buffer): string {
  const start = bytes.subarray(0, 1024).toString('utf8').toLowerCase()
  if (start.includes('<svg')) return 'image/svg+xml'
  return /<(!doctype html|html|script|body)/.test(start) ? 'text/html' : 'application/octet-stream'
}
