import {
  commonErrors,
  type Endpoint,
  endpoints,
  type ErrorCode,
  idempotencyErrors,
  problemSchema,
  statusOfErrorCode,
} from '@gallerist/sdk/contract'
import type { FastifySchema } from 'fastify'

const ids = new Map<Endpoint, string>(Object.entries(endpoints).map(([id, row]) => [row, id]))

/** The row's name in the table. */
export function endpointIdOf(endpoint: Endpoint): string {
  return ids.get(endpoint) ?? `${endpoint.method} ${endpoint.path}`
}

/** What Fastify validates, serialises and documents for one row. */
export function toRouteSchema(endpoint: Endpoint): FastifySchema {
  return {
    operationId: endpointIdOf(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    ...toSecurity(endpoint),
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.multipart ? { consumes: ['multipart/form-data'] } : endpoint.body && { body: endpoint.body }),
    response: { [endpoint.status]: endpoint.response, ...toProblemResponses(endpoint) },
  }
}

function toSecurity({ access }: Endpoint): { security?: Record<string, string[]>[] } {
  return { security: access === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }] }
}

/** One response per status, its description naming every code that comes with it. */
function toProblemResponses(endpoint: Endpoint): Record<string, unknown> {
  const codes = new Set<ErrorCode>([...commonErrors, ...endpoint.errors])
  if (endpoint.method !== 'GET') for (const code of idempotencyErrors) codes.add(code)
  const byStatus = Map.groupBy(codes, (code) => statusOfErrorCode[code])
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      { description: list.join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  )
}
