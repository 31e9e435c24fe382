import type { Endpoint, EndpointId, EndpointResponse, endpoints } from '../../src/contract/index.ts'

export type AnswerOf<Id extends EndpointId> = EndpointResponse<(typeof endpoints)[Id]>

/** What a request carries. Loose on purpose: the suite also sends what the contract forbids. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON, or as it is where it is a form or a string. */
  readonly body?: unknown
  readonly version?: number
  readonly idempotencyKey?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Sender {
  readonly baseUrl: string
  readonly token: string | null
}

/** Sends a request to a row of the endpoint table over plain HTTP. */
export function sendRequest({ baseUrl, token }: Sender, row: Endpoint, asked: Asked): Promise<Response> {
  const isJson = !(asked.body instanceof FormData) && asked.body !== undefined
  return fetch(`${baseUrl}${toPath(row.path, asked)}`, {
    method: row.method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(isJson ? { 'Content-Type': 'application/json' } : {}),
      ...(asked.version === undefined ? {} : { 'If-Match': `"${asked.version}"` }),
      ...(asked.idempotencyKey === undefined ? {} : { 'Idempotency-Key': asked.idempotencyKey }),
      ...asked.headers,
    },
    ...(asked.body === undefined ? {} : { body: toBody(asked.body) }),
  })
}

function toPath(path: string, { params = {}, query = {} }: Asked): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  return search === '' ? filled : `${filled}?${search}`
}

function toBody(body: unknown): BodyInit {
  return body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body)
}
