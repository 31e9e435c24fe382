/** What two keys have in common that differ in case, percent-encoding or Unicode form only. */
export function toCanonicalKey(key: string): string {
  return decode(key).normalize('NFC').toLowerCase()
}

/** Other ways to write a key, any of which may be the one that a row knows. */
export function spellingsOf(key: string): string[] {
  const decoded = decode(key)
  const roots = [key, decoded, decoded.replaceAll('+', ' '), encode(decoded)]
  const forms = roots.flatMap((root) => [root, root.normalize('NFC'), root.normalize('NFD')])
  const cases = forms.flatMap((form) => [form, form.toLowerCase()])
  return [...new Set([...cases, toCanonicalKey(key)])].filter((spelling) => spelling !== key)
}

function decode(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}

function encode(key: string): string {
  return key.isWellFormed() ? key.split('/').map(encodeURIComponent).join('/') : key
}
