import { z } from 'zod'
import { documentIdSchema, galleryIdSchema, mediaIdSchema } from './ids.ts'
import { openEnum } from './open-enum.ts'

/** Something that uses a media. */
export const useSchema = z.object({
  kind: openEnum(['gallery', 'document', 'object', 'library']),
  /** A gallery's id, `contentType/id` of a document or an object, or the user's; empty where it is somebody else's. */
  id: z.string(),
  title: z.string().nullable(),
})
export type Use = z.infer<typeof useSchema>

/** The hash of the plan that a person was shown: the act is refused where it would now do something else. */
export const ifPlanSchema = z.string().min(1).max(200).optional()

export const removalReasons = ['removed', 'replaced'] as const

export const plannedFileSchema = z.object({
  mediaId: mediaIdSchema,
  fileName: z.string(),
  reason: openEnum(removalReasons),
  /** `keep`: something else still uses it, or storage is switched off. */
  verdict: z.enum(['delete', 'keep']),
  usedBy: z.array(useSchema),
  /** Original and thumbnails together. */
  storedBytes: z.number().int().nonnegative(),
  objectCount: z.number().int().nonnegative(),
})
export type PlannedFile = z.infer<typeof plannedFileSchema>

const planFacts = {
  /** Equal hashes: the act would do the same to the same files. */
  hash: z.string(),
  files: z.array(plannedFileSchema),
  deleteCount: z.number().int().nonnegative(),
  deleteBytes: z.number().int().nonnegative(),
  keepCount: z.number().int().nonnegative(),
}

/** What an act would do to storage, computed without doing it. */
export const planFactsSchema = z.object(planFacts)
export type PlanFacts = z.infer<typeof planFactsSchema>

/** Of an act on a gallery. */
export const planSchema = z.object({
  ...planFacts,
  galleryId: galleryIdSchema,
  galleryVersion: z.number().int().positive(),
})
export type Plan = z.infer<typeof planSchema>

/** Of an act on a document. */
export const documentPlanSchema = z.object({
  ...planFacts,
  contentType: z.string(),
  documentId: documentIdSchema,
  documentVersion: z.number().int().positive(),
})
export type DocumentPlan = z.infer<typeof documentPlanSchema>

/** Of taking media off an object of the host application. */
export const objectPlanSchema = z.object({ ...planFacts, contentType: z.string(), objectId: z.string() })
export type ObjectPlan = z.infer<typeof objectPlanSchema>
