import { z } from 'zod'
import { galleryIdSchema, mediaIdSchema, uploadIdSchema, userIdSchema } from './ids.ts'
import { limits } from './limits.ts'
import { mediaSchema } from './media.ts'
import { ifPlanSchema } from './plan.ts'
import { textSchema } from './text.ts'

/** Without the bounds of {@link entryTexts}: an answer may come from a server that has others. */
const itemTexts = {
  caption: z.string().nullable(),
  /** Overrides the media's alt text in this gallery; absent = inherit it. */
  alt: z.string().optional(),
  isCover: z.boolean(),
}

export const mediaItemSchema = z.object({ kind: z.literal('media'), media: mediaSchema, ...itemTexts })
export type MediaItem = z.infer<typeof mediaItemSchema>

/** A picture that is not ours: shown, never deleted. */
export const externalItemSchema = z.object({ kind: z.literal('external'), url: z.string(), ...itemTexts })
export type ExternalItem = z.infer<typeof externalItemSchema>

export const galleryItemSchema = z.discriminatedUnion('kind', [mediaItemSchema, externalItemSchema])
export type GalleryItem = z.infer<typeof galleryItemSchema>

export const gallerySchema = z.object({
  id: galleryIdSchema,
  userId: userIdSchema,
  title: z.string(),
  published: z.boolean(),
  /** Grows by one with every committed change; a save names the version it was made against. */
  version: z.number().int().positive(),
  items: z.array(galleryItemSchema),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Gallery = z.infer<typeof gallerySchema>

export const gallerySummarySchema = gallerySchema.omit({ items: true }).extend({
  itemCount: z.number().int().nonnegative(),
  /** The cover, else the first picture; null in an empty gallery. */
  cover: mediaSchema.nullable(),
})
export type GallerySummary = z.infer<typeof gallerySummarySchema>

const galleryTitleSchema = textSchema(limits.titleLength).trim().min(1)

export const createGalleryBodySchema = z.strictObject({
  title: galleryTitleSchema,
  published: z.boolean().optional(),
})
export type CreateGalleryBody = z.infer<typeof createGalleryBodySchema>

const entryTexts = {
  caption: textSchema(limits.captionLength).nullable().optional(),
  alt: textSchema(limits.altTextLength).optional(),
  isCover: z.boolean().optional(),
}

export const mediaEntrySchema = z.strictObject({
  mediaId: mediaIdSchema,
  /** A completed, staged upload whose file this media takes on save; id, place and texts stay. */
  replaceWith: uploadIdSchema.optional(),
  ...entryTexts,
})

const urlSchema = textSchema(limits.urlLength).trim().min(1)

/** A place in a saved list: ours by id, or a legacy entry (a URL as a string or as `{url}`). */
export const galleryEntrySchema = z.union([
  mediaEntrySchema,
  z.strictObject({ url: urlSchema, ...entryTexts }),
  urlSchema,
])
export type GalleryEntry = z.infer<typeof galleryEntrySchema>

/** A list that is absent stays as it is; an empty one removes everything. */
export const saveGalleryBodySchema = z.strictObject({
  title: galleryTitleSchema.optional(),
  published: z.boolean().optional(),
  items: z.array(galleryEntrySchema).max(limits.galleryItems).optional(),
  ifPlan: ifPlanSchema,
})
export type SaveGalleryBody = z.infer<typeof saveGalleryBodySchema>
