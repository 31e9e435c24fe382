import type { AcceptedImageType } from './limits.ts'

/** Bytes of a file's beginning that {@link sniffImageType} needs. */
export const sniffLengthBytes = 32

const signatures: readonly { type: AcceptedImageType; matches: (text: string) => boolean }[] = [
  { type: 'image/jpeg', matches: (text) => text.startsWith('\u00ff\u00d8\u00ff') },
  { type: 'image/png', matches: (text) => text.startsWith('\u0089PNG\r\n\u001a\n') },
  { type: 'image/gif', matches: (text) => /^GIF8[79]a/.test(text) },
  { type: 'image/webp', matches: (text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP' },
  { type: 'image/avif', matches: (text) => text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(text.slice(8)) },
]

/**
 * The image type that the first bytes say, whatever name and `File.type` say; null where it is none that is accepted.
 * `File.type` may be empty or wrong, so this decides.
 */
export function sniffImageType(start: Uint8Array): AcceptedImageType | null {
  const text = String.fromCharCode(...start.subarray(0, sniffLengthBytes))
  return signatures.find((signature) => signature.matches(text))?.type ?? null
}
