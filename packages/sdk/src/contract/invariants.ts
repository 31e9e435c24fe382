import { z } from 'zod'
import { openEnum } from './open-enum.ts'

/** Those of the invariants that a running server can check. */
export const invariantIds = ['I1', 'I3', 'I4', 'I5', 'I6', 'I9', 'I10'] as const

export const invariantSchema = z.object({
  id: openEnum(invariantIds),
  statement: z.string(),
  /** Things that break it; null while it was never proven. */
  violationCount: z.number().int().nonnegative().nullable(),
  /** When it was last checked to the end: just now in the database, or by the last complete comparison with the bucket. */
  provenAt: z.iso.datetime().nullable(),
})
export type Invariant = z.infer<typeof invariantSchema>

/** What is proven about storage. Counts of the bucket are those of the last complete comparison; null before the first. */
export const invariantsSchema = z.object({
  orphanCount: z.number().int().nonnegative().nullable(),
  danglingCount: z.number().int().nonnegative().nullable(),
  objectCount: z.number().int().nonnegative().nullable(),
  provenAt: z.iso.datetime().nullable(),
  invariants: z.array(invariantSchema),
})
export type Invariants = z.infer<typeof invariantsSchema>
