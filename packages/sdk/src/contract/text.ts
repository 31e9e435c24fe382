import { z } from 'zod'

/** Text of at most so many characters; without NUL, which no database keeps. */
export function textSchema(maxLength: number): z.ZodString {
  return z
    .string()
    .max(maxLength)
    .regex(/^[^\0]*$/, 'contains a NUL character')
}
