import { Axios, isAxiosError, isCancel, type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios'
import { AbortedError } from '../errors/aborted-error.ts'
import { InvalidInputError } from '../errors/invalid-input-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { scrubCause } from '../errors/scrub-cause.ts'
import { TimeoutError } from '../errors/timeout-error.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

/** What is used of an axios instance. */
export type AxiosLike = Pick<AxiosInstance, 'request'>

/**
 * The one file that knows axios. Requests to the bucket, and to the API where no instance was given, go through an
 * instance without any defaults: not even those that the application has put on the axios that everybody shares.
 */
export function createAxiosTransport(apiAxios?: AxiosLike): Transport {
  const bare = new Axios()
  return async (request) => {
    const axios = request.target === 'api' ? (apiAxios ?? bare) : bare
    try {
      return toResponse(await axios.request<unknown>(toConfig(request)))
    } catch (error) {
      if (isAxiosError(error) && error.response) return toResponse(error.response)
      throw toTransportError(error, request)
    }
  }
}

function toConfig(request: TransportRequest): AxiosRequestConfig {
  const { onUploadProgress } = request
  return {
    method: request.method,
    url: request.url,
    // `false` keeps axios from naming a content type for a request without a body, which servers answer with 415.
    headers: { ...request.headers, ...(request.body === undefined && { 'Content-Type': false }) },
    data: request.body,
    timeout: request.timeoutMs,
    responseType: 'text',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
    transitional: { clarifyTimeoutError: true },
    ...(request.signal && { signal: request.signal }),
    ...(onUploadProgress && { onUploadProgress: ({ loaded }) => onUploadProgress(loaded) }),
  }
}

function toResponse(response: AxiosResponse<unknown>): TransportResponse {
  if (typeof response?.status !== 'number') {
    throw new InvalidInputError('The axios instance gave no response: its interceptors have to pass responses on.', [])
  }
  const { status, data } = response
  return {
    status,
    headers: Object.fromEntries(
      Object.entries<unknown>(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: typeof data === 'string' ? data : (JSON.stringify(data) ?? ''),
  }
}

function toTransportError(error: unknown, { method, url, timeoutMs }: TransportRequest): unknown {
  if (isCancel(error)) return new AbortedError()
  const call = `${method} ${url.split(/[?#]/, 1)[0]}`
  // Node's own error, or axios's.
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_URL')
    return new InvalidInputError(`"${call}" needs an absolute baseUrl.`, [])
  if (!isAxiosError(error)) return error
  if (error.code === 'ETIMEDOUT')
    return new TimeoutError(`${call} got no answer in ${timeoutMs} ms.`, scrubCause(error))
  return new NetworkError(`${call} got no answer.`, scrubCause(error))
}
