/** What the address names; null: the page's own choice. */
export interface Route {
  readonly userId: string | null
  readonly galleryId: string | null
}

export function parseRoute(search: string): Route {
  const query = new URLSearchParams(search)
  return { userId: query.get('user'), galleryId: query.get('gallery') }
}

/** The query string of a route, `?` included; empty for the start page. */
export function toSearch({ userId, galleryId }: Route): string {
  const query = new URLSearchParams()
  if (userId !== null) query.set('user', userId)
  if (galleryId !== null) query.set('gallery', galleryId)
  return query.size === 0 ? '' : `?${query}`
}

export function isSameRoute(one: Route, other: Route): boolean {
  return one.userId === other.userId && one.galleryId === other.galleryId
}
