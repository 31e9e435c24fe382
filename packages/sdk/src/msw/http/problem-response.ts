import { statusOfErrorCode, type Problem } from '../../contract/index.ts'
import type { Refusal } from '../state/refusal.ts'

/** The problem document (RFC 9457) of a refusal. */
export function toProblemResponse({ code, message, details }: Refusal, requestId: string): Response {
  const status = statusOfErrorCode[code]
  const problem: Problem = {
    type: `urn:gallerist:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: toTitle(code),
    status,
    detail: message,
    instance: requestId,
    code,
    ...(details === undefined ? {} : { details: { ...details } }),
  }
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'X-Request-Id': requestId,
    'Cache-Control': 'no-store',
  })
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer')
  const retryAfterMs = details?.['retryAfterMs']
  if (typeof retryAfterMs === 'number') headers.set('Retry-After', String(Math.ceil(retryAfterMs / 1_000)))
  return new Response(JSON.stringify(problem), { status, headers })
}

function toTitle(code: string): string {
  return `${code.charAt(0)}${code.slice(1).toLowerCase().replaceAll('_', ' ')}`
}
