import { z } from 'zod'
import { defineContentType, many, one, type ContentType } from './content-type.ts'
import { keysOf } from './keys-of.ts'
import { limits } from './limits.ts'
import { textSchema } from './text.ts'

const title = textSchema(limits.titleLength).trim().min(1)
const longText = textSchema(100_000).nullable().optional()
const date = z.iso.date().nullable().optional()

/** Every content type, by its name in URLs. Another one is another entry: routes, references and documents follow. */
export const contentTypes = {
  articles: defineContentType({
    label: 'Article',
    data: z.strictObject({ title, body: longText }),
    files: [one('image'), many('imageGallery')],
  }),
  'theater-releases': defineContentType({
    label: 'Theater release',
    data: z.strictObject({ title, releaseDate: date, synopsis: longText }),
    files: [one('image'), one('banner')],
  }),
  'ott-releases': defineContentType({
    label: 'OTT release',
    data: z.strictObject({ title, releaseDate: date, platform: longText }),
    files: [one('image')],
  }),
  patches: defineContentType({
    label: 'Patch',
    data: z.strictObject({
      title,
      schema: z.strictObject({ name: longText, description: longText }).optional(),
    }),
    files: [many('images'), one('schema.imageUrl')],
  }),
  modules: defineContentType({
    label: 'Module',
    data: z.strictObject({ title, description: longText }),
    files: [many('images')],
  }),
} as const satisfies Readonly<Record<string, ContentType>>

export type ContentTypeName = keyof typeof contentTypes

export const contentTypeNames = keysOf(contentTypes)
export const contentTypeNameSchema = z.enum(contentTypeNames)
