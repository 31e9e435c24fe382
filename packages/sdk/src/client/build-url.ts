import { InvalidInputError } from '../errors/invalid-input-error.ts'

export interface UrlParts {
  readonly baseUrl: string
  /** Parameters as `:name`. */
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
}

/** Puts an address together; null and absent parts of the query are left out. */
export function buildUrl({ baseUrl, path, params, query }: UrlParts): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => toSegment(name, params[name]))
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, toText(value)]],
  )
  const search = new URLSearchParams(pairs).toString()
  return `${baseUrl.replace(/\/+$/, '')}${filled}${search && `?${search}`}`
}

/** A segment `.` or `..`, even percent-encoded, would be taken for a step in the path by every URL parser. */
function toSegment(name: string, value: unknown): string {
  const text = toText(value)
  if (text === '.' || text === '..') {
    const issue = { path: `params.${name}`, message: `"${text}" cannot be part of an address` }
    throw new InvalidInputError(`params.${name}: "${text}" cannot be part of an address.`, [issue])
  }
  return encodeURIComponent(text)
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
