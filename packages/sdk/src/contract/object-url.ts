/** Where our objects live: URL prefixes that all name the same bucket, the public base first. */
export interface ObjectBases {
  readonly bases: readonly string[]
}

/** A URL read once, at the edge: an object of our bucket by its key, or somebody else's picture. */
export type ParsedObjectUrl =
  | { readonly kind: 'object'; readonly key: string }
  | { readonly kind: 'external'; readonly url: string }

interface ParsedBase {
  readonly host: string
  readonly path: string
}

/**
 * Reads a URL of any spelling into the key of our object, or keeps it as external. Scheme, fragment and query
 * (`?v=`, signatures) are not identity; every segment is percent-decoded exactly once and `+` stays a plus. What cannot
 * be parsed, or lies under none of the bases, is external: it is never ours to delete.
 *
 * @example parseObjectUrl('https://cdn.example/media/a%20b.jpg?v=3', { bases: ['https://cdn.example'] }) // key 'media/a b.jpg'
 */
export function parseObjectUrl(url: string, { bases }: ObjectBases): ParsedObjectUrl {
  const external = { kind: 'external', url: url.trim() } as const
  const parsed = parseHttpUrl(url)
  if (parsed === null) return external
  for (const base of bases) {
    const key = keyUnder(parsed, parseHttpUrl(base))
    if (key !== null) return { kind: 'object', key }
  }
  return external
}

/** All spellings of a bucket's base: path style, virtual-host style, the public base and its aliases. */
export function toObjectBases(storage: {
  publicUrl: string
  endpoint?: string | undefined
  bucket?: string | undefined
  aliases?: readonly string[] | undefined
}): ObjectBases {
  const { publicUrl, endpoint, bucket, aliases = [] } = storage
  const own = endpoint !== undefined && bucket !== undefined ? styles(endpoint, bucket) : []
  return { bases: [...new Set([publicUrl, ...own, ...aliases])] }
}

function styles(endpoint: string, bucket: string): string[] {
  const { protocol, host, pathname } = new URL(endpoint)
  const path = pathname.replace(/\/+$/, '')
  return [`${protocol}//${host}${path}/${bucket}`, `${protocol}//${bucket}.${host}${path}`]
}

function parseHttpUrl(url: string): ParsedBase | null {
  const text = url.trim()
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const { host, pathname } = new URL(text)
  return { host, path: pathname }
}

function keyUnder(url: ParsedBase, base: ParsedBase | null): string | null {
  if (base === null || url.host !== base.host) return null
  const prefix = `${base.path.replace(/\/+$/, '')}/`
  if (!url.path.startsWith(prefix) || url.path.length === prefix.length) return null
  return decodeSegments(url.path.slice(prefix.length))
}

function decodeSegments(path: string): string | null {
  try {
    return path.split('/').map(decodeURIComponent).join('/')
  } catch {
    return null // malformed escapes name no key of ours
  }
}
