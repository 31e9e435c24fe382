import { isErrorCode, problemSchema, type Endpoint, type EndpointResponse } from '../contract/index.ts'
import { ApiError } from '../errors/api-error.ts'
import { ContractError } from '../errors/contract-error.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { UnexpectedResponseError } from '../errors/unexpected-response-error.ts'
import { isRetryableAnswer } from './retry-policy.ts'
import type { TransportResponse } from './transport.ts'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readRequestId(response: TransportResponse): string | null {
  return response.headers['x-request-id'] ?? null
}

/** The data of a success, as it came; what it lacks of the contract is a `ContractError`. */
export function readData<Row extends Endpoint>(row: Row, response: TransportResponse): EndpointResponse<Row> {
  const data = parseJson(response.body)
  const issue = row.response.safeParse(data).error?.issues[0]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has just accepted it, and has no transforms
  if (!issue) return data as EndpointResponse<Row>
  throw new ContractError({
    call: `${row.method} ${row.path}`,
    path: issue.path.map(String).join('.'),
    problem: data === undefined ? 'it is no JSON' : issue.message,
    status: response.status,
    requestId: readRequestId(response),
  })
}

/** The error that an answer other than a success stands for. */
export function readProblem(row: Endpoint, response: TransportResponse): GalleristError {
  const { status } = response
  const { data: problem } = problemSchema.safeParse(parseJson(response.body))
  const requestId = readRequestId(response) ?? problem?.instance ?? null
  if (!problem || !isErrorCode(problem.code)) {
    const details = problem && { ...problem.details, code: problem.code }
    const call = `${row.method} ${row.path}`
    return new UnexpectedResponseError({ call, status, requestId, retryable: isRetryableAnswer(status), details })
  }
  const { code, detail, details } = problem
  return new ApiError({
    code,
    message: detail,
    status,
    requestId,
    retryable: isRetryableAnswer(status, code),
    details,
  })
}
