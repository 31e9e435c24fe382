import {
  contentTypeOf,
  mergeData,
  splitChanges,
  toChangesSchema,
  type ContentTypeName,
  type SplitChanges,
} from '@gallerist/sdk/contract'
import type { z } from 'zod'
import type { DocumentRow } from '../db/documents.ts'
import { refuse } from './domain-error.ts'

/**
 * What a save says, by the declaration of its content type: the data that the document has afterwards, whole and valid,
 * and the entries of each file field that it names.
 *
 * @throws DomainError VALIDATION_FAILED
 */
export function readChanges(
  name: ContentTypeName,
  before: DocumentRow['data'],
  fields: Readonly<Record<string, unknown>>,
): SplitChanges {
  const split = splitChanges(name, parse(toChangesSchema(name), fields))
  return { ...split, data: parse(contentTypeOf(name).data, mergeData(before, split.data)) }
}

function parse(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ['body', 'fields', ...path].join('.'),
    message,
  }))
  throw refuse('VALIDATION_FAILED', `The fields are not valid: ${issues[0]?.path}: ${issues[0]?.message}.`, { issues })
}
