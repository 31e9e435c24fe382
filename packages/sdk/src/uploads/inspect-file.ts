import {
  acceptedImageTypes,
  limits,
  sniffImageType,
  sniffLengthBytes,
  type CreateUploadBody,
} from '../contract/index.ts'
import { FileRefusedError } from '../errors/file-refused-error.ts'

/** What to say of a file to the server, its type read from its bytes. Throws a `FileRefusedError` for what is hopeless. */
export async function inspectFile(file: File): Promise<CreateUploadBody> {
  const sizeBytes = file.size
  if (sizeBytes === 0) throw new FileRefusedError({ code: 'FILE_EMPTY', message: `"${file.name}" is empty.` })
  if (sizeBytes > limits.fileBytes) throw tooLarge(sizeBytes, `"${file.name}" has ${sizeBytes} bytes`)
  const mime = sniffImageType(await readStart(file))
  if (mime === null) {
    const found = file.type || 'unknown'
    const message = `"${file.name}" is no picture of an accepted type (it calls itself ${found}).`
    throw new FileRefusedError({ code: 'FILE_TYPE_UNSUPPORTED', message, details: { found } })
  }
  return { fileName: toFileName(file.name, acceptedImageTypes[mime]), mime, sizeBytes }
}

export function tooLarge(sizeBytes: number, subject: string, status?: number): FileRefusedError {
  const limitBytes = limits.fileBytes
  const message = `${subject}; the limit is ${limitBytes} bytes.`
  return new FileRefusedError({ code: 'FILE_TOO_LARGE', message, status, details: { sizeBytes, limitBytes } })
}

async function readStart(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, sniffLengthBytes).arrayBuffer())
  } catch {
    const message = `"${file.name}" could not be read; it may have been moved or changed since it was chosen.`
    throw new FileRefusedError({ code: 'FILE_UNREADABLE', message })
  }
}

/** The name, cut from the front to what the contract takes, so that the extension stays. */
function toFileName(name: string, extension: string): string {
  return name === '' ? `picture.${extension}` : name.slice(-limits.fileNameLength)
}
