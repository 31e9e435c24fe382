import { z } from 'zod'

/** Ids are opaque to clients; branded, so that one kind cannot be passed for another. Capitals mean the same id. */
export const mediaIdSchema = z.uuid().toLowerCase().brand<'MediaId'>()
export type MediaId = z.infer<typeof mediaIdSchema>

export const galleryIdSchema = z.uuid().toLowerCase().brand<'GalleryId'>()
export type GalleryId = z.infer<typeof galleryIdSchema>

export const documentIdSchema = z.uuid().toLowerCase().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof documentIdSchema>

export const uploadIdSchema = z.uuid().toLowerCase().brand<'UploadId'>()
export type UploadId = z.infer<typeof uploadIdSchema>

export const deletionIdSchema = z.uuid().toLowerCase().brand<'DeletionId'>()
export type DeletionId = z.infer<typeof deletionIdSchema>

export const userIdSchema = z.string().min(1).max(64).brand<'UserId'>()
export type UserId = z.infer<typeof userIdSchema>
