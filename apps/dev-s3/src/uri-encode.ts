/** Percent-encodes everything but RFC 3986's unreserved characters, as SigV4 demands. */
export function encodeUri(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Like {@link encodeUri}, but keeps the slashes of a key. */
export function encodeUriPath(path: string): string {
  return encodeUri(path).replaceAll('%2F', '/')
}
