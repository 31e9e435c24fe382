/** A random UUID. Not `crypto.randomUUID`, which browsers offer on secure pages only. */
export function createRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => markVersion(byte, index).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function markVersion(byte: number, index: number): number {
  if (index === 6) return (byte % 16) + 0x40
  return index === 8 ? (byte % 64) + 0x80 : byte
}
