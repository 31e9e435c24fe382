import { z } from 'zod'
import type { ErrorCode } from './error-code.ts'
import { documentSchema } from './document.ts'
import { gallerySchema } from './gallery.ts'
import { planFactsSchema, useSchema } from './plan.ts'

/** A problem document (RFC 9457) with the code of this contract and the facts that belong to it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What failed, with which value, and what to do; for people, never parsed. */
  detail: z.string(),
  /** The request's id, as in the server's logs. */
  instance: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const issueSchema = z.object({ path: z.string(), message: z.string() })

/** Typed facts of the errors that carry any; read with {@link readErrorDetails}. */
export const errorDetailSchemas = {
  VALIDATION_FAILED: z.object({ issues: z.array(issueSchema) }),
  /** Someone else saved first: the current document. */
  GALLERY_CHANGED: z.object({ gallery: gallerySchema }),
  DOCUMENT_CHANGED: z.object({ document: documentSchema }),
  /** The plan that `ifPlan` named is not what the save would do by now: what it would. */
  PLAN_STALE: z.object({ plan: planFactsSchema }),
  MEDIA_IN_USE: z.object({ usedBy: z.array(useSchema) }),
  MEDIA_GONE: z.object({ mediaIds: z.array(z.string()) }),
  /** Entries of a saved list that name nothing of yours: ids or URLs. */
  MEDIA_UNKNOWN: z.object({ entries: z.array(z.string()) }),
  DUPLICATE_ITEM: z.object({ entries: z.array(z.string()) }),
  UPLOAD_EXPIRED: z.object({ uploadIds: z.array(z.string()) }),
  UNDO_IMPOSSIBLE: z.object({
    reason: z.enum(['too-late', 'already-undone', 'files-gone', 'changed-since']),
    mediaIds: z.array(z.string()),
  }),
  FILE_TOO_LARGE: z.object({ sizeBytes: z.number(), limitBytes: z.number() }),
  FILE_TOO_MANY_PIXELS: z.object({ pixels: z.number(), limitPixels: z.number() }),
  FILE_TYPE_UNSUPPORTED: z.object({ found: z.string() }),
  RATE_LIMITED: z.object({ retryAfterMs: z.number() }),
} as const satisfies Partial<Record<ErrorCode, z.ZodType>>

export type DetailedErrorCode = keyof typeof errorDetailSchemas
export type ErrorDetails<Code extends ErrorCode> = Code extends DetailedErrorCode
  ? z.infer<(typeof errorDetailSchemas)[Code]>
  : undefined

/** The typed facts of a problem with that code; null where they are missing or of another shape. */
export function readErrorDetails<Code extends DetailedErrorCode>(
  code: Code,
  problem: { code: string; details?: Record<string, unknown> | undefined },
): ErrorDetails<Code> | null {
  if (problem.code !== code) return null
  const parsed = errorDetailSchemas[code].safeParse(problem.details)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema was picked by the same code
  return parsed.success ? (parsed.data as ErrorDetails<Code>) : null
}
