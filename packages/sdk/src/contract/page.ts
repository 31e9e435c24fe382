import { z } from 'zod'
import { limits } from './limits.ts'

/** Query of every list: an opaque cursor of the previous page, and how many items at most (default and bound 100). */
export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageSize).optional(),
})
export type PageQuery = z.infer<typeof pageQuerySchema>

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}
