import { limits } from '@gallerist/sdk/contract'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { DomainError, refuse } from '../domain/domain-error.ts'
import type { FormFile } from './route.ts'
import { refuseInvalid } from './to-domain-error.ts'

/** Bounds of a form; `fileSize` is one past the limit, so that a file of exactly the limit is told from a longer one. */
export const formLimits = { files: 1, fields: 10, parts: 11, fieldSize: 16_384, fileSize: limits.fileBytes + 1 }

/**
 * Reads a form: text fields as the row's body (a field that is not text there, such as `staged` or `attachTo`, is sent as
 * JSON), then the part named `file`.
 */
export async function readForm(
  request: FastifyRequest,
  schema: z.ZodType | undefined,
): Promise<{ body: unknown; file: FormFile }> {
  const { fields, file } = await readParts(request)
  if (file === null) throw refuseInvalid([{ path: 'body.file', message: 'is missing: send one part named "file"' }])
  if (file.bytes.length > limits.fileBytes) throw refuseTooLarge()
  return { body: schema && parseFields(fields, schema), file }
}

async function readParts(request: FastifyRequest): Promise<{ fields: Record<string, string>; file: FormFile | null }> {
  const fields: Record<string, string> = {}
  let file: FormFile | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value)
      else if (part.fieldname === 'file') file = { fileName: part.filename, bytes: await part.toBuffer() }
      else part.file.resume()
    }
  } catch (error) {
    throw toFormError(error)
  }
  return { fields, file }
}

function toFormError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'FST_REQ_FILE_TOO_LARGE') return refuseTooLarge()
  if (typeof code === 'string' && code.startsWith('FST_')) return error
  return new DomainError('MALFORMED_REQUEST', 'The form is cut short or not multipart/form-data.', { cause: error })
}

function refuseTooLarge(): DomainError {
  const limitBytes = limits.fileBytes
  return refuse('FILE_TOO_LARGE', `The file is larger than ${limitBytes} bytes.`, {
    sizeBytes: limitBytes + 1,
    limitBytes,
  })
}

function parseFields(fields: Record<string, string>, schema: z.ZodType): unknown {
  const asText = schema.safeParse(fields)
  if (asText.success) return asText.data
  const notText = new Set(asText.error.issues.map((issue) => issue.path[0]))
  const entries = Object.entries(fields).map(([name, text]) => [name, notText.has(name) ? parseJson(text) : text])
  const parsed = schema.safeParse(Object.fromEntries(entries))
  if (parsed.success) return parsed.data
  throw refuseInvalid(parsed.error.issues.map(({ path, message }) => ({ path: ['body', ...path].join('.'), message })))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
