import { z } from 'zod'
import { mediaIdSchema, userIdSchema } from './ids.ts'
import { limits } from './limits.ts'
import { pageQuerySchema } from './page.ts'
import { textSchema } from './text.ts'
import { versionedUrlSchema } from './versioned-url.ts'

/** An object of the host application that media hang on, e.g. `cities.city` 42. */
export const attachmentSchema = z.strictObject({
  contentType: z.string().regex(/^[a-z][a-z0-9_.-]{0,99}$/, 'is a lower-case name such as "cities.city"'),
  objectId: textSchema(100).min(1),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Text, `''` for a decorative picture, or null where nobody has written one yet. */
export const altTextSchema = textSchema(limits.altTextLength).nullable()
export const titleSchema = textSchema(limits.titleLength).nullable()

export const thumbnailSchema = z.object({
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  url: versionedUrlSchema,
})

/** Bounds are for what is sent: an answer may come from a server that has others. */
export const mediaSchema = z.object({
  id: mediaIdSchema,
  userId: userIdSchema,
  title: z.string().nullable(),
  altText: z.string().nullable(),
  fileName: z.string(),
  mime: z.string(),
  /** Size of the original. */
  sizeBytes: z.number().int().nonnegative(),
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  /** Changes when the bytes change, and only then. */
  contentVersion: z.number().int().positive(),
  urls: z.object({ original: versionedUrlSchema, thumbnails: z.array(thumbnailSchema) }),
  attachment: z.object({ contentType: z.string(), objectId: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Media = z.infer<typeof mediaSchema>

export const updateMediaBodySchema = z
  .strictObject({ title: titleSchema.optional(), altText: altTextSchema.optional() })
  .refine((body) => Object.keys(body).length > 0, 'names no field to change')
export type UpdateMediaBody = z.infer<typeof updateMediaBodySchema>

export const listMediaQuerySchema = pageQuerySchema
  .extend({
    contentType: attachmentSchema.shape.contentType.optional(),
    objectId: attachmentSchema.shape.objectId.optional(),
  })
  .refine(
    (query) => (query.contentType === undefined) === (query.objectId === undefined),
    'contentType and objectId go together',
  )
export type ListMediaQuery = z.infer<typeof listMediaQuerySchema>
