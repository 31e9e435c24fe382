import { z } from 'zod'
import type { FileField } from './content-type.ts'
import type { contentTypes, ContentTypeName } from './content-types.ts'
import { documentIdSchema, mediaIdSchema, uploadIdSchema, userIdSchema } from './ids.ts'
import { limits } from './limits.ts'
import { mediaSchema } from './media.ts'
import { ifPlanSchema } from './plan.ts'
import { textSchema } from './text.ts'

/** A picture of a document: ours, or a foreign URL, which is shown and never deleted. */
export const documentFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('media'), media: mediaSchema }),
  z.object({ kind: z.literal('external'), url: z.string() }),
])
export type DocumentFile = z.infer<typeof documentFileSchema>

const urlSchema = textSchema(limits.urlLength).trim().min(1)

/** A picture as a save names it: ours by id, or a legacy entry (a URL as a string or as `{url}`). */
export const documentEntrySchema = z.union([
  z.strictObject({ mediaId: mediaIdSchema, replaceWith: uploadIdSchema.optional() }),
  z.strictObject({ url: urlSchema }),
  urlSchema,
])
export type DocumentEntry = z.infer<typeof documentEntrySchema>

/** A document of any content type; `fields` has the shape that its declaration gives it. */
export const documentSchema = z.object({
  id: documentIdSchema,
  contentType: z.string(),
  userId: userIdSchema,
  /** Grows by one with every committed change; a save names the version it was made against. */
  version: z.number().int().positive(),
  fields: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type AnyDocument = z.infer<typeof documentSchema>

/** A field that is absent stays as it is; `null` empties a field of one picture, `[]` a field of many. */
export const saveDocumentBodySchema = z.strictObject({
  fields: z.record(z.string(), z.unknown()),
  ifPlan: ifPlanSchema,
})
export type SaveDocumentBody = z.infer<typeof saveDocumentBodySchema>

type Declared<Name extends ContentTypeName> = (typeof contentTypes)[Name]
type Inside<Path extends string, Value> = Path extends `${infer Head}.${infer Rest}`
  ? Readonly<Record<Head, Inside<Rest, Value>>>
  : Readonly<Record<Path, Value>>
type InsideOptional<Path extends string, Value> = Path extends `${infer Head}.${infer Rest}`
  ? { readonly [Key in Head]?: InsideOptional<Rest, Value> }
  : { readonly [Key in Path]?: Value }
type ByCount<Field extends FileField, One, Many> = Field['holds'] extends 'one' ? One : Many

type FilesOf<Fields extends readonly FileField[]> = Fields extends readonly [
  infer First extends FileField,
  ...infer Rest extends readonly FileField[],
]
  ? Inside<First['path'], ByCount<First, DocumentFile | null, readonly DocumentFile[]>> & FilesOf<Rest>
  : unknown
type EntriesOf<Fields extends readonly FileField[]> = Fields extends readonly [
  infer First extends FileField,
  ...infer Rest extends readonly FileField[],
]
  ? InsideOptional<First['path'], ByCount<First, DocumentEntry | null, readonly DocumentEntry[]>> & EntriesOf<Rest>
  : unknown

/** The fields of a document of one type, pictures where its declaration puts them. */
export type DocumentFields<Name extends ContentTypeName> = z.output<Declared<Name>['data']> &
  FilesOf<Declared<Name>['files']>

/** What a save of one type may name. */
export type DocumentChanges<Name extends ContentTypeName> = Partial<z.input<Declared<Name>['data']>> &
  EntriesOf<Declared<Name>['files']>

export type Document<Name extends ContentTypeName> = Omit<AnyDocument, 'contentType' | 'fields'> & {
  readonly contentType: Name
  readonly fields: DocumentFields<Name>
}
