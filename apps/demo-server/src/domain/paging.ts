import type { Page } from '@gallerist/sdk/contract'
import { DomainError } from './domain-error.ts'

export interface PageRequest {
  readonly cursor: string | undefined
  readonly limit: number
}

/** Where the previous page ended: a time, and an id to tell equals apart. */
export interface PagePosition {
  /** Microseconds since 1970: what PostgreSQL can tell apart. */
  readonly micros: number
  readonly id: string
}

/** @throws DomainError VALIDATION_FAILED where it is no cursor of ours */
export function readCursor(cursor: string | undefined): PagePosition | null {
  if (cursor === undefined) return null
  const match = /^(\d{1,16}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (match?.[2] === undefined) throw refuseCursor(cursor)
  return { micros: Number(match[1]), id: match[2] }
}

export function refuseCursor(cursor: string): DomainError {
  return new DomainError('VALIDATION_FAILED', `${cursor} is no cursor of this list. Start again without one.`, {
    details: { issues: [{ path: 'query.cursor', message: 'is no cursor of this list' }] },
  })
}

/** A page of rows of which one more than the limit was asked for. */
export function toPage<Row extends { readonly id: string; readonly cursorMicros: number }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items: shown.map(toItem),
    nextCursor: more ? Buffer.from(`${last.cursorMicros} ${last.id}`).toString('base64url') : null,
  }
}
