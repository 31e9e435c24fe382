import { delay, http, HttpResponse, type HttpHandler } from 'msw'
import { z } from 'zod'
import { endpoints, type Endpoint, type EndpointId, type User } from '../../contract/index.ts'
import type { BackendCore } from '../backend-core.ts'
import { injectConflict, injectEndOfLeases, refuseByFault } from '../faults/inject.ts'
import type { SentFile } from '../handlers/fake-handler.ts'
import { fakeHandlers } from '../handlers/fake-handlers.ts'
import type { Transaction } from '../state/backend-state.ts'
import { Refusal } from '../state/refusal.ts'
import { authenticate } from './authenticate.ts'
import { answerOnce, type Answer } from './idempotency.ts'
import { toProblemResponse } from './problem-response.ts'
import { readRequest } from './read-request.ts'

/** A handler behind its row's schemas: they have parsed everything in here. */
type ParsedHandler = (call: {
  tx: Transaction
  user: User | null
  params: unknown
  query: unknown
  body: unknown
  file: SentFile | null
  ifMatch: number | null
}) => unknown

/** The request handler of one row of the endpoint table, under a base URL. */
export function answerEndpoint(core: BackendCore, id: EndpointId, baseUrl: string): HttpHandler {
  const row: Endpoint = endpoints[id]
  return methods[row.method](`${baseUrl}${row.path}`, async ({ request, params }) => {
    const requestId = crypto.randomUUID()
    const slow = core.faults.take('slow', (fault) => fault.endpoint === id)
    if (slow !== null) await delay(slow.delayMs)
    try {
      const answer = await answerRequest(core, id, { request, params })
      const lost = core.faults.take('answer-lost', (fault) => fault.endpoint === id)
      return lost === null ? toResponse(answer, requestId) : HttpResponse.error()
    } catch (error) {
      if (error instanceof Refusal) return toProblemResponse(error, requestId)
      throw error
    }
  })
}

const methods = { GET: http.get, POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.delete } as const

/** They change nothing, so that the key of the act to come is still free. */
const plans: ReadonlySet<EndpointId> = new Set<EndpointId>(['planGallerySave', 'planGalleryDeletion'])

interface Incoming {
  readonly request: Request
  readonly params: Readonly<Record<string, unknown>>
}

async function answerRequest(core: BackendCore, id: EndpointId, { request, params }: Incoming): Promise<Answer> {
  const row: Endpoint = endpoints[id]
  core.sweep()
  refuseByFault(core, id)
  const user = authenticate(core, request, row.access)
  const { fingerprint, idempotencyKey: key, ...read } = await readRequest(row, request, params)
  const act = JSON.stringify([request.method, request.url, read.ifMatch, fingerprint])
  const once = key === null || plans.has(id) ? null : { key: `${user?.id ?? ''} ${key}`, fingerprint: act }
  return answerOnce(core, once, () => {
    injectConflict(core, id, params)
    injectEndOfLeases(core, id)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row that parsed the call is the handler's own
    const handle = fakeHandlers[id] as ParsedHandler
    return { status: row.status, body: core.commit((tx) => checkResponse(id, handle({ ...read, tx, user }))) }
  })
}

/** A fake that breaks the contract would teach its users something wrong, so it stops here. */
function checkResponse(id: EndpointId, body: unknown): unknown {
  const parsed = endpoints[id].response.safeParse(body)
  if (parsed.success) return body
  throw new Error(`The fake backend's answer to ${id} breaks the contract: ${z.prettifyError(parsed.error)}`)
}

const versionedSchema = z.union([
  z.object({ items: z.array(z.unknown()), version: z.number() }).transform(({ version }) => version),
  z.object({ gallery: z.object({ version: z.number() }) }).transform(({ gallery }) => gallery.version),
])

function toResponse({ status, body }: Answer, requestId: string): Response {
  const headers = new Headers({
    'Content-Type': 'application/json',
    'X-Request-Id': requestId,
    'Cache-Control': 'no-store',
  })
  const version = versionedSchema.safeParse(body)
  if (version.success) headers.set('ETag', `"${version.data}"`)
  return new Response(JSON.stringify(body), { status, headers })
}
