import { limits, sniffImageType, sniffLengthBytes } from '@gallerist/sdk/contract'
import type { EditorMessages } from '../messages/merge-messages.ts'

export interface CheckedFiles {
  readonly accepted: readonly File[]
  readonly refused: readonly { readonly fileName: string; readonly reason: string }[]
}

/** Sorts files by what their size and first bytes say, whatever their name and `type` say. Each refusal has a reason. */
export async function checkFiles(
  files: readonly File[],
  roomFor: number,
  words: EditorMessages['uploads'],
): Promise<CheckedFiles> {
  const reasons = await Promise.all(files.map((file) => reasonAgainst(file, words)))
  const fit = files.filter((_, index) => reasons[index] === null)
  const accepted = fit.slice(0, roomFor)
  const tooMany = fit
    .slice(roomFor)
    .map((file) => ({ fileName: file.name, reason: words.tooMany(limits.galleryItems) }))
  const refused = files.flatMap((file, index) => {
    const reason = reasons[index] ?? null
    return reason === null ? [] : [{ fileName: file.name, reason }]
  })
  return { accepted, refused: [...refused, ...tooMany] }
}

async function reasonAgainst(file: File, words: EditorMessages['uploads']): Promise<string | null> {
  if (file.size === 0) return words.emptyFile
  if (file.size > limits.fileBytes) return words.tooLarge(file.size)
  const start = await readStart(file)
  return start && sniffImageType(start) ? null : words.wrongType
}

/** A file that was moved or lost its permission cannot be read. */
async function readStart(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, sniffLengthBytes).arrayBuffer())
  } catch {
    return null
  }
}
