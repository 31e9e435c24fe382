import { z } from 'zod'
import { uploadIdSchema } from './ids.ts'
import { textSchema } from './text.ts'
import { keysOf } from './keys-of.ts'
import { acceptedImageTypes, limits } from './limits.ts'
import { altTextSchema, attachmentSchema, mediaSchema, titleSchema } from './media.ts'

export const createUploadBodySchema = z.strictObject({
  fileName: textSchema(limits.fileNameLength).min(1),
  mime: z.enum(keysOf(acceptedImageTypes)),
  sizeBytes: z.number().int().positive().max(limits.fileBytes),
})
export type CreateUploadBody = z.infer<typeof createUploadBodySchema>

/** Permission to send one file's bytes straight to the bucket, as the fields of a form whose last part is the file. */
export const uploadTicketSchema = z.object({
  uploadId: uploadIdSchema,
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
})
export type UploadTicket = z.infer<typeof uploadTicketSchema>

/** What the file becomes: staged (nothing uses it until a save does), attached to an object, or pinned to the library. */
export const uploadPurposeSchema = z
  .strictObject({
    title: titleSchema.optional(),
    altText: altTextSchema.optional(),
    attachTo: attachmentSchema.optional(),
    staged: z.boolean().optional(),
  })
  .refine((body) => !(body.staged && body.attachTo), 'a staged upload is attached to nothing')
export type UploadPurpose = z.infer<typeof uploadPurposeSchema>

export const completedUploadSchema = z.object({
  uploadId: uploadIdSchema,
  media: mediaSchema,
  /** When a staged upload runs out unless renewed; null once something uses it. */
  leaseExpiresAt: z.iso.datetime().nullable(),
})
export type CompletedUpload = z.infer<typeof completedUploadSchema>

export const uploadLeaseSchema = z.object({ uploadId: uploadIdSchema, leaseExpiresAt: z.iso.datetime() })
export type UploadLease = z.infer<typeof uploadLeaseSchema>
