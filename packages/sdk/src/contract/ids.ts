import { z } from 'zod'

/** Ids are opaque to clients; branded, so that one kind cannot be passed for another. */
export const mediaIdSchema = z.uuid().brand<'MediaId'>()
export type MediaId = z.infer<typeof mediaIdSchema>

export const galleryIdSchema = z.uuid().brand<'GalleryId'>()
export type GalleryId = z.infer<typeof galleryIdSchema>

export const uploadIdSchema = z.uuid().brand<'UploadId'>()
export type UploadId = z.infer<typeof uploadIdSchema>

export const deletionIdSchema = z.uuid().brand<'DeletionId'>()
export type DeletionId = z.infer<typeof deletionIdSchema>

export const userIdSchema = z.string().min(1).max(64).brand<'UserId'>()
export type UserId = z.infer<typeof userIdSchema>
