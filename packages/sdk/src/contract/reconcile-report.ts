import { z } from 'zod'
import { mediaIdSchema } from './ids.ts'
import { openEnum } from './open-enum.ts'

export const reconcileStops = ['pairing-mismatch', 'too-many-findings', 'storage-failed', 'database-failed'] as const
export type ReconcileStopReason = (typeof reconcileStops)[number]

export const reconcileFindingSchema = z.object({
  key: z.string(),
  /** Null where there is no object. */
  sizeBytes: z.number().int().nonnegative().nullable(),
  /** The media whose file the key belongs to; null where nothing knows it. */
  mediaId: mediaIdSchema.nullable(),
  /** The key of ours that a near match is spelt like. */
  knownKey: z.string().nullable(),
})
export type ReconcileFinding = z.infer<typeof reconcileFindingSchema>

/** How many there are, and the first of them. */
export const reconcileFindingsSchema = z.object({
  count: z.number().int().nonnegative(),
  samples: z.array(reconcileFindingSchema),
})
export type ReconcileFindings = z.infer<typeof reconcileFindingsSchema>

const count = z.number().int().nonnegative()

/** What a comparison of bucket and database found. It deletes nothing. */
export const reconcileReportSchema = z.object({
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** Why the comparison proves nothing; null: it came to its end. */
  stopped: z.object({ reason: openEnum(reconcileStops), message: z.string() }).nullable(),
  /** Whether the bucket holds this database's token; `unpaired`: neither has ever been paired. */
  pairing: openEnum(['paired', 'unpaired', 'mismatch']),
  objectCount: count,
  storedBytes: count,
  /** Objects that no row knew in two passes. */
  strays: reconcileFindingsSchema,
  /** Objects that no row knew for the first time: strays of the next pass, unless a row appears. */
  suspects: reconcileFindingsSchema,
  /** Objects that no row knows, too young to judge. */
  youngCount: count,
  /** Unknown objects whose key is one of ours but for case, encoding or Unicode form: a broken copy, no orphan. */
  nearMatches: reconcileFindingsSchema,
  /** Files of media whose object is definitely absent. */
  dangling: reconcileFindingsSchema,
  /** Objects of another size than their row says. */
  wrongSize: reconcileFindingsSchema,
  /** Objects that were not listed and of which storage did not say whether they are there. */
  unansweredCount: count,
  /** Uploads in parts under our prefixes, older than a day: bytes that no listing shows. Null: storage did not say. */
  incompleteUploadCount: count.nullable(),
})
export type ReconcileReport = z.infer<typeof reconcileReportSchema>
