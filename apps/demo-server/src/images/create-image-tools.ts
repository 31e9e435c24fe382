import { createHash } from 'node:crypto'
import { limits } from '@gallerist/sdk/contract'
import { DomainError, refuse } from '../domain/domain-error.ts'
import type { ImageTools } from '../domain/image-tools.ts'
import { createLimiter } from './create-limiter.ts'
import { decodeImage } from './decode-image.ts'
import { detectType } from './detect-type.ts'

/** Image tools on libvips. One picture is decoded at a time, so that memory stays bounded; `atOnce` says otherwise. */
export function createImageTools({ atOnce = 1 }: { atOnce?: number } = {}): ImageTools {
  const limit = createLimiter(atOnce)
  return {
    prepare: async (bytes) => {
      checkSize(bytes.length)
      const mime = await detectType(bytes)
      const image = await limit(() => decodeImage(bytes, mime))
      const checksumSha256 = createHash('sha256').update(bytes).digest('hex')
      return { mime, sizeBytes: bytes.length, checksumSha256, ...image }
    },
  }
}

function checkSize(sizeBytes: number): void {
  const limitBytes = limits.fileBytes
  if (sizeBytes === 0) throw new DomainError('FILE_EMPTY', 'The file is empty.')
  if (sizeBytes <= limitBytes) return
  const text = `The file has ${sizeBytes} bytes; at most ${limitBytes} are accepted.`
  throw refuse('FILE_TOO_LARGE', text, { sizeBytes, limitBytes })
}
