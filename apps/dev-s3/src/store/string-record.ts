export type StringRecord = Readonly<Record<string, string>>

/** Reads a JSON object of strings, the shape in which headers, checksums and tags are stored. */
export function parseStringRecord(json: string): StringRecord {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) throw new TypeError('not a JSON object')
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
}
