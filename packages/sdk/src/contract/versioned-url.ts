import { z } from 'zod'

/** A URL that carries the version of its bytes as `?v=`, so that no cache can show older ones. */
export const versionedUrlSchema = z
  .string()
  .refine((url) => readUrlVersion(url) !== null, 'carries no ?v=')
  .brand<'VersionedUrl'>()
export type VersionedUrl = z.infer<typeof versionedUrlSchema>

/**
 * Builds `<base>/<key>?v=<version>`, each segment of the key percent-encoded.
 *
 * @example toVersionedUrl('https://cdn.example/pics', 'media/a b.jpg', 3) // 'https://cdn.example/pics/media/a%20b.jpg?v=3'
 */
export function toVersionedUrl(base: string, key: string, version: number): VersionedUrl {
  const path = key.split('/').map(encodeURIComponent).join('/')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes the brand
  return `${base.replace(/\/+$/, '')}/${path}?v=${version}` as VersionedUrl
}

/** The version in a URL's `?v=`, or null where it carries none. */
export function readUrlVersion(url: string): string | null {
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? ''
  return new URLSearchParams(query).get('v') || null
}
