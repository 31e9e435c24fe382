import type { z } from 'zod'
import type { Endpoint } from '../../contract/index.ts'
import type { SentFile } from '../handlers/fake-handler.ts'
import { Refusal, refuse } from '../state/refusal.ts'

/** A request as it was read and validated against its row. */
export interface ReadRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly file: SentFile | null
  readonly ifMatch: number | null
  /** Equal for equal bodies. */
  readonly fingerprint: string
}

export async function readRequest(
  row: Endpoint,
  request: Request,
  params: Readonly<Record<string, unknown>>,
): Promise<ReadRequest> {
  const sent = await readBody(row, request)
  return {
    params: validate(row.params, params, 'params'),
    query: validate(row.query, Object.fromEntries(new URL(request.url).searchParams), 'query'),
    body: validate(row.body, sent.body, 'body'),
    file: sent.file,
    ifMatch: row.ifMatch === undefined ? null : readVersion(request.headers.get('If-Match')),
    fingerprint: JSON.stringify([sent.body, sent.file?.fileName, sent.file?.bytes.byteLength]),
  }
}

interface SentBody {
  readonly body: unknown
  readonly file: SentFile | null
}

async function readBody(row: Endpoint, request: Request): Promise<SentBody> {
  if (row.body === undefined) return { body: undefined, file: null }
  requireType(request, row.multipart === true ? 'multipart/form-data' : 'application/json')
  return row.multipart === true ? readForm(request) : { body: parseJson(await request.text()), file: null }
}

function requireType(request: Request, expected: string): void {
  const found = request.headers.get('Content-Type') ?? ''
  if (!found.toLowerCase().startsWith(expected))
    throw new Refusal('CONTENT_TYPE_UNSUPPORTED', `The body is ${found || 'of no type'}; send ${expected}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('MALFORMED_REQUEST', 'The body is no JSON.')
  }
}

async function readForm(request: Request): Promise<SentBody> {
  const form = await request.formData()
  const file = form.get('file')
  if (!(file instanceof File)) throw new Refusal('MALFORMED_REQUEST', 'The form has no part named "file".')
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, toField(name, value)]] : []))
  return {
    body: Object.fromEntries(fields),
    file: { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  }
}

/** Form fields are text: `staged` and `attachTo` are JSON, the others are as written. */
function toField(name: string, value: string): unknown {
  return name === 'staged' || name === 'attachTo' ? parseJson(value) : value
}

function validate(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: [part, ...path].join('.'), message }))
  const [first] = issues
  throw refuse('VALIDATION_FAILED', `${first?.path ?? part}: ${first?.message ?? 'is not valid'}`, { issues })
}

function readVersion(header: string | null): number | null {
  if (header === null) return null
  const version = /^"(\d+)"$/.exec(header.trim())?.[1]
  if (version === undefined)
    throw new Refusal('MALFORMED_REQUEST', `If-Match is ${header}; send the version in double quotes.`)
  return Number(version)
}
