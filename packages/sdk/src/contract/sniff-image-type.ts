import type { AcceptedImageType } from './limits.ts'

/** Bytes of a file's beginning that {@link sniffImageType} needs. */
export const sniffLengthBytes = 32

type Check = (start: Uint8Array) => boolean

/** Byte numbers, not characters: a bundle that is served without its charset must sniff the same. */
const signatures: readonly { readonly type: AcceptedImageType; readonly matches: Check }[] = [
  { type: 'image/jpeg', matches: (start) => startsWith(start, [0xff, 0xd8, 0xff]) },
  { type: 'image/png', matches: (start) => startsWith(start, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: 'image/gif', matches: (start) => /^GIF8[79]a/.test(textOf(start)) },
  { type: 'image/webp', matches: (start) => /^RIFF.{4}WEBP/s.test(textOf(start)) },
  { type: 'image/avif', matches: (start) => /^.{4}ftyp.*avi[fs]/s.test(textOf(start)) },
]

/**
 * The image type that the first bytes say, whatever name and `File.type` say; null where it is none that is accepted.
 * `File.type` may be empty or wrong, so this decides.
 */
export function sniffImageType(bytes: Uint8Array): AcceptedImageType | null {
  const start = bytes.subarray(0, sniffLengthBytes)
  return signatures.find((signature) => signature.matches(start))?.type ?? null
}

function startsWith(start: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, index) => start[index] === byte)
}

function textOf(start: Uint8Array): string {
  return String.fromCharCode(...start)
}
