/** A base URL without its last slash; a relative one is taken from the page's location. */
export function resolveBaseUrl(baseUrl: string): string {
  const location = globalThis.location?.href
  if (!URL.canParse(baseUrl, location))
    throw new Error(
      `The base URL "${baseUrl}" is relative, and there is no page to take it from. Pass an absolute one.`,
    )
  return new URL(baseUrl, location).href.replace(/\/+$/, '')
}
