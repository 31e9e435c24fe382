import { http, type HttpHandler } from 'msw'
import { Refusal } from '../state/refusal.ts'
import { toProblemResponse } from './problem-response.ts'

/** Everything under the API that is no row of the table. */
export function answerUnknownRoute(baseUrl: string): HttpHandler {
  return http.all(`${baseUrl}/api/*`, ({ request }) => {
    const message = `There is no ${request.method} ${new URL(request.url).pathname}.`
    return toProblemResponse(new Refusal('ROUTE_NOT_FOUND', message), crypto.randomUUID())
  })
}
