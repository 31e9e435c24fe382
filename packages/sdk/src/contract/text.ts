import { z } from 'zod'

/** Text of at most so many characters; without NUL and lone surrogates, which no database keeps. */
export function textSchema(maxLength: number): z.ZodString {
  return z
    .string()
    .max(maxLength)
    .regex(
      /^(?:[^\0\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/,
      'contains a NUL character or half of a surrogate pair',
    )
}
