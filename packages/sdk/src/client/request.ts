import type { Endpoint, EndpointResponse } from '../contract/index.ts'
import { toGalleristError } from '../errors/to-gallerist-error.ts'
import { untilAborted } from './abortable.ts'
import { buildUrl } from './build-url.ts'
import { checkInput, type RawInput } from './check-input.ts'
import type { EndpointArguments } from './endpoint-input.ts'
import { readData, readProblem } from './read-answer.ts'
import { parseRetryAfterMs } from './retry-after.ts'
import type { Runtime } from './runtime.ts'
import { toBody, toFields } from './to-body.ts'
import type { TransportRequest, TransportResponse } from './transport.ts'
import { withRetries, type Attempt } from './with-retries.ts'

export type RequestFunction = <Row extends Endpoint>(
  row: Row,
  ...[input]: EndpointArguments<Row>
) => Promise<EndpointResponse<Row>>

/** The way of every call to the API: check, send with a token, retry, check the answer. */
export function createRequest(runtime: Runtime): RequestFunction {
  return async (row, ...[input]) => {
    const raw: RawInput = input ?? {}
    checkInput(row, raw)
    const send = createSender(runtime, toRequest(runtime, row, raw))
    const attempt = async (): Promise<Attempt<EndpointResponse<typeof row>>> => {
      try {
        const response = await send()
        if (response.status >= 200 && response.status < 300) return { value: readData(row, response) }
        const retryAfterMs = parseRetryAfterMs(response.headers['retry-after'], runtime.clock.now())
        return { error: readProblem(row, response), retryAfterMs }
      } catch (error) {
        return { error: toGalleristError(error), retryAfterMs: null }
      }
    }
    return withRetries(attempt, { ...runtime, signal: raw.signal })
  }
}

function toRequest(runtime: Runtime, row: Endpoint, input: RawInput): TransportRequest {
  const body = toBody(row, input)
  const headers = {
    accept: 'application/json',
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    ...(row.method !== 'GET' && { 'idempotency-key': input.idempotencyKey ?? runtime.createId() }),
    ...(input.baseVersion !== undefined && { 'if-match': `"${input.baseVersion}"` }),
  }
  const { baseUrl } = runtime
  return {
    target: 'api',
    method: row.method,
    url: buildUrl({ baseUrl, path: row.path, params: toFields(input.params), query: toFields(input.query) }),
    headers,
    body,
    timeoutMs: input.timeoutMs ?? runtime.timeoutMs,
    signal: input.signal,
  }
}

/** Sends a request with a token, and once more with a fresh one after the first 401 of the request's life. */
function createSender({ tokens, transport }: Runtime, request: TransportRequest): () => Promise<TransportResponse> {
  if (!tokens) return () => transport(request)
  let mayRefresh = true
  const sendAs = (token: string | null): Promise<TransportResponse> =>
    transport(
      token === null ? request : { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } },
    )
  return async () => {
    const token = await untilAborted(() => tokens.read(), request.signal)
    const response = await sendAs(token.value)
    if (response.status !== 401 || !mayRefresh) return response
    mayRefresh = false
    const fresh = await untilAborted(() => tokens.replace(token), request.signal)
    return fresh.value === null || fresh.value === token.value ? response : sendAs(fresh.value)
  }
}
