import { z } from 'zod'
import { deletionIdSchema, galleryIdSchema, mediaIdSchema } from './ids.ts'
import { openEnum } from './open-enum.ts'
import { removalReasons, useSchema } from './plan.ts'
import { receiptActions } from './receipt.ts'

/**
 * `used`; `staged` until its lease runs out; `condemned` until its grace is over; `held` because storage is switched off;
 * `deleting` once there is no way back; `deleted` when absence was observed; `hidden` where only a delete marker covers
 * it; `gone` where it went without an act of anybody, such as an upload that ran out.
 */
export const fileFates = ['used', 'staged', 'condemned', 'held', 'deleting', 'deleted', 'hidden', 'gone'] as const
export type FileFate = (typeof fileFates)[number]

/** One set of bytes that the media has, or had. */
export const fateOfFileSchema = z.object({
  fileName: z.string(),
  isCurrent: z.boolean(),
  fate: openEnum(fileFates),
  /** When it goes unless something uses it, or when its delete was due. */
  dueAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  /** Objects of it that are being deleted, or were, with what storage said last. */
  purges: z.array(
    z.object({
      key: z.string(),
      doneAt: z.iso.datetime().nullable(),
      attempts: z.number().int().nonnegative(),
      lastError: z.string().nullable(),
    }),
  ),
  /** The acts that took it from its media, or the media from its last place; newest first. */
  removedBy: z.array(
    z.object({
      deletionId: deletionIdSchema,
      action: openEnum(receiptActions),
      reason: openEnum(removalReasons),
      galleryId: galleryIdSchema.nullable(),
      galleryVersion: z.number().int().positive().nullable(),
      at: z.iso.datetime(),
      undoneAt: z.iso.datetime().nullable(),
    }),
  ),
})
export type FateOfFile = z.infer<typeof fateOfFileSchema>

/** Why a media's bytes are still in storage, or why they are gone. */
export const mediaWhySchema = z.object({
  mediaId: mediaIdSchema,
  /** Of the current file; of a media that is gone, of its last one. */
  fate: openEnum(fileFates),
  usedBy: z.array(useSchema),
  /** The current file first. */
  files: z.array(fateOfFileSchema),
})
export type MediaWhy = z.infer<typeof mediaWhySchema>
