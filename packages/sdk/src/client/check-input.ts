import { z } from 'zod'
import type { Endpoint } from '../contract/index.ts'
import { InvalidInputError, type Issue } from '../errors/invalid-input-error.ts'

/** The input of any endpoint, as far as sending it needs to know. */
export interface RawInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: File | undefined
  readonly baseVersion?: number | undefined
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
}

const baseVersionSchema = z.number().int().positive()
const idempotencyKeySchema = z.string().regex(/^[\u0021-\u007e]{1,255}$/, 'is 1 to 255 visible ASCII characters')

/** Throws an `InvalidInputError` unless a value is what a schema wants. */
export function requireValid(call: string, schemas: Readonly<Record<string, readonly [z.ZodType, unknown]>>): void {
  const issues = Object.entries(schemas).flatMap(([name, [schema, value]]) => findIssues(name, schema, value))
  const [first] = issues
  if (first) throw new InvalidInputError(`${call} was not sent: ${first.path} ${first.message}.`, issues)
}

function findIssues(name: string, schema: z.ZodType, value: unknown): Issue[] {
  const issues = schema.safeParse(value).error?.issues ?? []
  return issues.map(({ path, message }) => ({ path: [name, ...path.map(String)].join('.'), message }))
}

/** Checks everything that a row of the endpoint table says about its input, strictly and before anything is sent. */
export function checkInput(row: Endpoint, input: RawInput): void {
  const version = row.ifMatch === 'required' ? baseVersionSchema : baseVersionSchema.optional()
  requireValid(`${row.method} ${row.path}`, {
    ...(row.params && { params: [row.params, input.params] }),
    ...(row.query && { query: [row.query, input.query ?? {}] }),
    ...(row.body && { body: [row.body, input.body] }),
    ...(row.multipart && { file: [z.instanceof(Blob), input.file] }),
    ...(row.ifMatch && { baseVersion: [version, input.baseVersion] }),
    idempotencyKey: [idempotencyKeySchema.optional(), input.idempotencyKey],
  })
}
