import { z } from 'zod'
import { documentSchema } from './document.ts'
import { gallerySchema } from './gallery.ts'
import { deletionIdSchema, documentIdSchema, galleryIdSchema, mediaIdSchema } from './ids.ts'
import { mediaSchema } from './media.ts'
import { openEnum } from './open-enum.ts'
import { removalReasons, useSchema } from './plan.ts'

/**
 * Where a removed file stands: `scheduled` until the grace is over, `deleted` once its absence was observed,
 * `failing` while storage refuses, `kept` because something else uses it, `restored` by an undo or a new use,
 * `held` because storage is switched off, `hidden` where only a delete marker covers it.
 */
export const fileOutcomes = ['scheduled', 'deleted', 'failing', 'kept', 'restored', 'held', 'hidden'] as const
export type FileOutcome = (typeof fileOutcomes)[number]

export const receiptFileSchema = z.object({
  mediaId: mediaIdSchema,
  fileName: z.string(),
  reason: openEnum(removalReasons),
  outcome: z.enum(fileOutcomes),
  storedBytes: z.number().int().nonnegative(),
  objectCount: z.number().int().nonnegative(),
  /** When the delete is, or was, due. */
  dueAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  usedBy: z.array(useSchema),
  failure: z
    .object({ message: z.string(), attempts: z.number().int().positive(), nextAttemptAt: z.iso.datetime().nullable() })
    .nullable(),
})
export type ReceiptFile = z.infer<typeof receiptFileSchema>

export const receiptActions = [
  'gallery-saved',
  'gallery-deleted',
  'document-created',
  'document-saved',
  'document-deleted',
  'media-deleted',
  'media-replaced',
  'object-media-removed',
  'undone',
] as const

/** What an act did to storage, file by file, as far as it was observed. */
export const receiptSchema = z.object({
  id: deletionIdSchema,
  action: openEnum(receiptActions),
  galleryId: galleryIdSchema.nullable(),
  /** The gallery's version after the act. */
  galleryVersion: z.number().int().positive().nullable(),
  /** The document, with its version after the act, where the act was one on a document. */
  document: z.object({ contentType: z.string(), id: documentIdSchema, version: z.number().int().positive() }).nullish(),
  createdAt: z.iso.datetime(),
  /** Until when the act can be taken back; null where it cannot, or no longer. */
  undoUntil: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  files: z.array(receiptFileSchema),
})
export type Receipt = z.infer<typeof receiptSchema>

export const savedGallerySchema = z.object({ gallery: gallerySchema, receipt: receiptSchema })
export type SavedGallery = z.infer<typeof savedGallerySchema>

export const replacedMediaSchema = z.object({ media: mediaSchema, receipt: receiptSchema })
export type ReplacedMedia = z.infer<typeof replacedMediaSchema>

export const savedDocumentSchema = z.object({ document: documentSchema, receipt: receiptSchema })
export type SavedDocument = z.infer<typeof savedDocumentSchema>

/** What an undo brought back: the gallery or the document (null where none was part of the act) and the media. */
export const undoneDeletionSchema = z.object({
  receipt: receiptSchema,
  gallery: gallerySchema.nullable(),
  document: documentSchema.nullish(),
  media: z.array(mediaSchema),
})
export type UndoneDeletion = z.infer<typeof undoneDeletionSchema>
