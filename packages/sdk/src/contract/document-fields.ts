import { z } from 'zod'
import type { ContentType, FileField } from './content-type.ts'
import { contentTypes, type ContentTypeName } from './content-types.ts'
import { documentEntrySchema, documentFileSchema, type DocumentEntry, type DocumentFile } from './document.ts'
import { limits } from './limits.ts'

type Fields = Readonly<Record<string, unknown>>

/** The declaration of a content type, without its literal types. */
export function contentTypeOf(name: ContentTypeName): ContentType {
  return contentTypes[name]
}

/** What a save of this type may name: any of its fields. */
export function toChangesSchema(name: ContentTypeName): z.ZodObject {
  const { data, files } = contentTypeOf(name)
  return files.reduce((schema, field) => placeAt(schema, field.path, entrySchemaOf(field).optional()), data.partial())
}

/** The fields of a document of this type as an answer has them. */
export function toFieldsSchema(name: ContentTypeName): z.ZodObject {
  const { data, files } = contentTypeOf(name)
  return files.reduce<z.ZodObject>(
    (schema, field) => placeAt(schema, field.path, fileSchemaOf(field)),
    z.object(data.shape),
  )
}

/** What a save says, taken apart: data, and the entries of each file field that it names. */
export interface SplitChanges {
  readonly data: Fields
  readonly entries: ReadonlyMap<string, readonly DocumentEntry[]>
}

/** Takes the fields of a save apart; they have passed {@link toChangesSchema}. */
export function splitChanges(name: ContentTypeName, fields: Fields): SplitChanges {
  const entries = new Map<string, readonly DocumentEntry[]>()
  let data = fields
  for (const { path } of contentTypeOf(name).files) {
    const steps = path.split('.')
    const value = readAt(fields, steps)
    data = without(data, steps)
    if (value !== undefined) entries.set(path, entryListSchema.parse(value))
  }
  return { data, entries }
}

/** Puts pictures where the declaration says they stand. */
export function joinFields(
  name: ContentTypeName,
  data: Fields,
  files: ReadonlyMap<string, readonly DocumentFile[]>,
): Record<string, unknown> {
  return contentTypeOf(name).files.reduce<Record<string, unknown>>(
    (fields, { path, holds }) => {
      const list = files.get(path) ?? []
      return withAt(fields, path.split('.'), holds === 'one' ? (list[0] ?? null) : list)
    },
    { ...data },
  )
}

/** Stored data with a save's changes: what is absent stays, at every depth. */
export function mergeData(before: Fields, changes: Fields): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...before }
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    const old = merged[key]
    merged[key] = isRecord(value) && isRecord(old) ? mergeData(old, value) : value
  }
  return merged
}

const entryListSchema = z.union([
  z.null().transform((): DocumentEntry[] => []),
  z.array(documentEntrySchema),
  documentEntrySchema.transform((entry) => [entry]),
])

function entrySchemaOf({ holds }: FileField): z.ZodType {
  return holds === 'one' ? documentEntrySchema.nullable() : z.array(documentEntrySchema).max(limits.fieldItems)
}

function fileSchemaOf({ holds }: FileField): z.ZodType {
  return holds === 'one' ? documentFileSchema.nullable() : z.array(documentFileSchema)
}

function placeAt(schema: z.ZodObject, path: string, leaf: z.ZodType): z.ZodObject {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) return schema.extend({ [head]: leaf })
  const inner = unwrap(schema.shape[head])
  return schema.extend({ [head]: placeAt(inner ?? z.strictObject({}), rest.join('.'), leaf).optional() })
}

function unwrap(schema: unknown): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : null
}

function readAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce((inner, step) => (isRecord(inner) ? inner[step] : undefined), value)
}

function without(fields: Fields, [head = '', ...rest]: readonly string[]): Record<string, unknown> {
  const { [head]: inner, ...others } = fields
  if (rest.length === 0) return others
  return isRecord(inner) ? { ...others, [head]: without(inner, rest) } : { ...fields }
}

function withAt(fields: Fields, [head = '', ...rest]: readonly string[], leaf: unknown): Record<string, unknown> {
  const inner = fields[head]
  return { ...fields, [head]: rest.length === 0 ? leaf : withAt(isRecord(inner) ? inner : {}, rest, leaf) }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
