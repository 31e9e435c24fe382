import { expect } from 'vitest'
import {
  commonErrors,
  endpoints,
  idempotencyErrors,
  isErrorCode,
  problemSchema,
  readErrorDetails,
  statusOfErrorCode,
  type DetailedErrorCode,
  type Endpoint,
  type EndpointId,
  type ErrorCode,
  type ErrorDetails,
  type Problem,
} from '../../src/contract/index.ts'
import { sendRequest, type Asked, type AnswerOf } from './send-request.ts'

/** Somebody who sends requests. */
export interface Person {
  readonly id: string
  readonly baseUrl: string
  /** Sends a request that must succeed; the answer has been checked against its schema. */
  ask: <Id extends EndpointId>(id: Id, asked?: Asked) => Promise<AnswerOf<Id>>
  /** Sends a request that must be refused with that code, by a problem document as the contract wants it. */
  isRefused: (code: ErrorCode, id: EndpointId, asked?: Asked) => Promise<Problem>
  /** As {@link isRefused}, for codes with facts. */
  isRefusedWith: <Code extends DetailedErrorCode>(
    code: Code,
    id: EndpointId,
    asked?: Asked,
  ) => Promise<ErrorDetails<Code>>
  /** Sends a request whatever comes of it. */
  send: (id: EndpointId, asked?: Asked) => Promise<Response>
}

export function createPerson(baseUrl: string, id: string, token: string | null): Person {
  const send = (endpointId: EndpointId, asked: Asked = {}): Promise<Response> =>
    sendRequest({ baseUrl, token }, endpoints[endpointId], asked)
  const isRefused: Person['isRefused'] = async (code, endpointId, asked) => {
    const problem = await readProblem(await send(endpointId, asked))
    expect(problem, `${endpointId} is refused with ${code}`).toMatchObject({ code, status: statusOfErrorCode[code] })
    expectDeclared(endpoints[endpointId], code)
    return problem
  }
  return {
    id,
    baseUrl,
    send,
    isRefused,
    async ask(endpointId, asked) {
      return readAnswer(endpointId, await send(endpointId, asked))
    },
    async isRefusedWith(code, endpointId, asked) {
      const details = readErrorDetails(code, await isRefused(code, endpointId, asked))
      if (details === null) throw new Error(`The problem ${code} of ${endpointId} carries no details of its shape.`)
      return details
    },
  }
}

/** Reads a problem document and checks what all of them have in common. */
export async function readProblem(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json\b/)
  expect(response.headers.get('X-Request-Id')).toBeTruthy()
  const problem = problemSchema.parse(await response.json())
  expect(problem.status).toBe(response.status)
  expect(problem.detail).not.toBe('')
  return problem
}

function expectDeclared(row: Endpoint, code: ErrorCode): void {
  const declared: readonly ErrorCode[] = [...row.errors, ...commonErrors, ...idempotencyErrors]
  expect(declared).toContain(code)
}

async function readAnswer<Id extends EndpointId>(id: Id, response: Response): Promise<AnswerOf<Id>> {
  const row = endpoints[id]
  const body: unknown = await response.json()
  expect({ status: response.status, code: codeOf(body) }, `${id}: ${JSON.stringify(body)}`).toEqual({
    status: row.status,
    code: null,
  })
  expect(response.headers.get('X-Request-Id')).toBeTruthy()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the row's own schema
  return row.response.parse(body) as AnswerOf<Id>
}

function codeOf(body: unknown): ErrorCode | null {
  const problem = problemSchema.safeParse(body)
  return problem.success && isErrorCode(problem.data.code) ? problem.data.code : null
}
