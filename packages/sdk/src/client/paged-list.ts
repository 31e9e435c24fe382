import type { Page } from '../contract/index.ts'

/**
 * A list: awaited, its first page; iterated, all items, page after page.
 *
 * @example for await (const media of client.listMedia()) console.log(media.title)
 */
export type PagedList<Item> = Promise<Page<Item>> & AsyncIterable<Item>
