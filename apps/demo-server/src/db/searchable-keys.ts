/** The keys that a row can have: PostgreSQL keeps no NUL, which a URL or somebody else's object may well contain. */
export function searchableKeys(keys: readonly string[]): string[] {
  return keys.filter((key) => !key.includes('\0'))
}
