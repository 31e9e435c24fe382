/** A key of a listing, which asked for `EncodingType: 'url'` so that XML can carry any character. */
export function decodeKey(key: string | undefined, encoding: string | undefined): string {
  if (key === undefined) return ''
  return encoding === 'url' ? decodeURIComponent(key.replaceAll('+', ' ')) : key
}
