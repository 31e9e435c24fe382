import type { Page } from '@gallerist/sdk/contract'
import { DomainError } from './domain-error.ts'

export interface PageRequest {
  readonly cursor: string | undefined
  readonly limit: number
}

/** Where the previous page ended: a time to the microsecond, and an id to tell equals apart. */
export interface PagePosition {
  readonly at: string
  readonly id: string
}

/** @throws DomainError VALIDATION_FAILED where it is no cursor of ours */
export function readCursor(cursor: string | undefined): PagePosition | null {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' / ')
  if (at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id))
    return { at, id }
  throw refuseCursor(cursor)
}

export function refuseCursor(cursor: string): DomainError {
  return new DomainError('VALIDATION_FAILED', `${cursor} is no cursor of this list. Start again without one.`, {
    details: { issues: [{ path: 'query.cursor', message: 'is no cursor of this list' }] },
  })
}

/** A page of rows of which one more than the limit was asked for. */
export function toPage<Row extends { readonly id: string; readonly cursorAt: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items: shown.map(toItem),
    nextCursor: more ? Buffer.from(`${last.cursorAt} / ${last.id}`).toString('base64url') : null,
  }
}
