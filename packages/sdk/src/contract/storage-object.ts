import { z } from 'zod'
import { mediaIdSchema } from './ids.ts'
import { openEnum } from './open-enum.ts'
import { useSchema } from './plan.ts'

export const objectStates = [
  'incoming',
  'writing',
  'staged',
  'attached',
  'condemned',
  'held',
  'deleting',
  'unknown',
] as const

/** One object of the bucket, and what the database knows of it. */
export const storageObjectSchema = z.object({
  key: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  lastModifiedAt: z.iso.datetime(),
  state: openEnum(objectStates),
  mediaId: mediaIdSchema.nullable(),
  fileName: z.string().nullable(),
  usedBy: z.array(useSchema),
  /** When it goes unless something uses it. */
  dueAt: z.iso.datetime().nullable(),
})
export type StorageObject = z.infer<typeof storageObjectSchema>
