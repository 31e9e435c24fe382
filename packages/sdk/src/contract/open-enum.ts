import { z } from 'zod'

/**
 * An enum of a response: a newer server may add members, and an older client must not fail on them.
 *
 * @example openEnum(['gallery', 'object']) // 'gallery' | 'object' | (string & {})
 */
export function openEnum<const Member extends string>(_members: readonly Member[]): z.ZodType<Member | (string & {})> {
  return z.string()
}
