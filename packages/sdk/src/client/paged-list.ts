import type { Page } from '../contract/index.ts'

/**
 * A list: awaited, its first page; iterated, all items, page after page.
 *
 * @example for await (const media of client.listMedia()) console.log(media.title)
 */
export type PagedList<Item> = Promise<Page<Item>> & AsyncIterable<Item>

type FetchPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>

async function* iterate<Item>(first: Promise<Page<Item>>, fetchPage: FetchPage<Item>): AsyncGenerator<Item, void> {
  let page = await first
  yield* page.items
  while (page.nextCursor !== null) {
    page = await fetchPage(page.nextCursor)
    yield* page.items
  }
}

/** Fetches the first page at once, and the others as somebody gets there. */
export function toPagedList<Item>(fetchPage: FetchPage<Item>, cursor?: string): PagedList<Item> {
  const first = fetchPage(cursor)
  return Object.assign(first, { [Symbol.asyncIterator]: () => iterate(first, fetchPage) })
}
