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
  readonly idempotencyKey: string | null
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
    ifMatch: readVersion(row, request),
    idempotencyKey: readIdempotencyKey(row, request),
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
  const form = await request.formData().catch(() => {
    throw new Refusal('MALFORMED_REQUEST', 'The form is cut short or not multipart/form-data.')
  })
  const file = form.get('file')
  if (!(file instanceof File)) throw refuseInvalid([{ path: 'body.file', message: 'is missing' }])
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, toField(name, value)]] : []))
  return {
    body: Object.fromEntries(fields),
    file: { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  }
}

/** Form fields are text: `staged` and `attachTo` are JSON, the others are as written. */
function toField(name: string, value: string): unknown {
  if (name !== 'staged' && name !== 'attachTo') return value
  try {
    return JSON.parse(value)
  } catch {
    return value // for the row's schema to refuse
  }
}

function validate(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw refuseInvalid(parsed.error.issues.map(({ path, message }) => ({ path: [part, ...path].join('.'), message })))
}

function refuseInvalid(issues: { path: string; message: string }[]): Refusal {
  const [first] = issues
  return refuse('VALIDATION_FAILED', `${first?.path ?? 'request'}: ${first?.message ?? 'is not valid'}`, { issues })
}

function readVersion(row: Endpoint, request: Request): number | null {
  const header = request.headers.get('If-Match')
  if (row.ifMatch === undefined || (row.ifMatch === 'optional' && header === null)) return null
  if (header === null)
    throw new Refusal('PRECONDITION_REQUIRED', 'Send If-Match with the version that the save was made against.')
  const version = Number(/^"(\d{1,9})"$/.exec(header)?.[1] ?? Number.NaN)
  if (version >= 1) return version
  throw refuseInvalid([{ path: 'headers.if-match', message: 'is not a version in quotes, such as "3"' }])
}

function readIdempotencyKey({ method }: Endpoint, request: Request): string | null {
  const key = method === 'GET' ? null : request.headers.get('Idempotency-Key')
  if (key === null || /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw refuseInvalid([{ path: 'headers.idempotency-key', message: 'is not 1 to 255 visible ASCII characters' }])
}
