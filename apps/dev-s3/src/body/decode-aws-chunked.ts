import { S3Error } from '../s3-error.ts'

const maxLineBytes = 16_384

/** Takes bytes off the front of a stream that arrives in arbitrary pieces. */
interface ByteQueue {
  /** The next line without its CRLF, or undefined when it is not complete yet. */
  takeLine(): string | undefined
  /** Up to `limit` bytes; empty when nothing has arrived. */
  takeUpTo(limit: number): Buffer
  append(chunk: Uint8Array): void
}

function createByteQueue(): ByteQueue {
  let buffered: Buffer = Buffer.alloc(0)
  return {
    takeLine: () => {
      const end = buffered.indexOf('\r\n')
      if (end > maxLineBytes || (end < 0 && buffered.length > maxLineBytes)) throw new S3Error('IncompleteBody')
      if (end < 0) return undefined
      const line = buffered.toString('latin1', 0, end)
      buffered = buffered.subarray(end + 2)
      return line
    },
    takeUpTo: (limit) => {
      const taken = buffered.subarray(0, limit)
      buffered = buffered.subarray(taken.length)
      return taken
    },
    append: (chunk) => {
      buffered = buffered.length === 0 ? Buffer.from(chunk) : Buffer.concat([buffered, chunk])
    },
  }
}

type State =
  | { readonly at: 'size' | 'dataEnd' | 'trailer' | 'end' }
  | { readonly at: 'data'; readonly remainingBytes: number }

function readSize(line: string): State {
  const [, digits] = /^([0-9a-f]{1,12})(?:;.*)?$/i.exec(line) ?? []
  if (digits === undefined) throw new S3Error('IncompleteBody')
  const remainingBytes = Number.parseInt(digits, 16)
  return remainingBytes === 0 ? { at: 'trailer' } : { at: 'data', remainingBytes }
}

function readTrailer(line: string, trailers: Map<string, string>): State {
  if (line === '') return { at: 'end' }
  const colon = line.indexOf(':')
  if (colon < 1) throw new S3Error('MalformedTrailerError')
  trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  return { at: 'trailer' }
}

function acceptLine(state: State, line: string, trailers: Map<string, string>): State {
  if (state.at === 'size') return readSize(line)
  if (state.at === 'trailer') return readTrailer(line, trailers)
  if (line !== '') throw new S3Error('IncompleteBody')
  return { at: 'size' }
}

/** Yields the data that has arrived so far and returns the state in which the decoder waits for more. */
function* decodeBuffered(queue: ByteQueue, start: State, trailers: Map<string, string>): Generator<Buffer, State> {
  let state = start
  for (;;) {
    if (state.at === 'end') return state
    if (state.at === 'data') {
      const data = queue.takeUpTo(state.remainingBytes)
      if (data.length === 0) return state
      yield data
      const remainingBytes: number = state.remainingBytes - data.length
      state = remainingBytes === 0 ? { at: 'dataEnd' } : { at: 'data', remainingBytes }
    } else {
      const line = queue.takeLine()
      if (line === undefined) return state
      state = acceptLine(state, line, trailers)
    }
  }
}

/**
 * Decodes `aws-chunked`: `hex-size CRLF bytes CRLF … 0 CRLF trailers CRLF`. Trailers are put into `trailers` once the
 * data has ended.
 *
 * @throws S3Error when the framing is broken or ends early.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const queue = createByteQueue()
  let state: State = { at: 'size' }
  for await (const chunk of source) {
    queue.append(chunk)
    state = yield* decodeBuffered(queue, state, trailers)
  }
  if (state.at !== 'end') throw new S3Error('IncompleteBody')
}
