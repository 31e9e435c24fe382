import { limits, type Page, type PageQuery } from '../../contract/index.ts'
import { refuse } from './refusal.ts'

interface PageShape<Row, Item> {
  /** Grows along the list in code-unit order, so that rows may come and go between two pages. */
  readonly keyOf: (row: Row) => string
  readonly toItem: (row: Row) => Item
}

/** A page of a list; its cursor is the key of its last row. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  query: PageQuery,
  { keyOf, toItem }: PageShape<Row, Item>,
): Page<Item> {
  const after = query.cursor === undefined ? '' : readCursor(query.cursor)
  const rest = rows.filter((row) => keyOf(row) > after)
  const page = rest.slice(0, query.limit ?? limits.pageSize)
  const last = page.at(-1)
  const hasMore = last !== undefined && page.length < rest.length
  return { items: page.map(toItem), nextCursor: hasMore ? btoa(keyOf(last)) : null }
}

/** Keys of lists in the order of making, and against it. */
export function oldestFirst({ sequence }: { readonly sequence: number }): string {
  return String(sequence).padStart(12, '0')
}

export function newestFirst({ sequence }: { readonly sequence: number }): string {
  return String(1e12 - sequence).padStart(13, '0')
}

function readCursor(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    const issues = [{ path: 'query.cursor', message: 'is no cursor of this list' }]
    throw refuse('VALIDATION_FAILED', `The cursor ${cursor} is none of this list; start again without one.`, { issues })
  }
}
