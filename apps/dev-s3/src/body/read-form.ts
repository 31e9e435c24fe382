import { S3Error } from '../s3-error.ts'

const maxFieldBytes = 65_536
const maxFields = 60

/** A `multipart/form-data` upload whose fields have been read and whose file has not. */
export interface Form {
  /** Names in lower case. Fields after the file are ignored, as on S3. */
  readonly fields: Readonly<Record<string, string>>
  readonly fileName: string
  /** The file's bytes; reading it to its end also reads the rest of the request. */
  readonly file: AsyncIterable<Buffer>
}

/** Reads a stream up to one delimiter after the other. */
function createDelimitedReader(source: AsyncIterator<Uint8Array>) {
  let buffered: Buffer = Buffer.from('\r\n')
  return {
    rest: () => buffered,
    readUntil: async (delimiter: Buffer | string): Promise<Buffer> => {
      let end = buffered.indexOf(delimiter)
      while (end < 0) {
        if (buffered.length > maxFieldBytes) throw new S3Error('MaxPostPreDataLengthExceeded')
        const { done, value } = await source.next()
        if (done) throw new S3Error('MalformedPOSTRequest')
        buffered = Buffer.concat([buffered, value])
        end = buffered.indexOf(delimiter)
      }
      const taken = buffered.subarray(0, end)
      buffered = buffered.subarray(end + delimiter.length)
      return taken
    },
  }
}

/** Browsers write quotes and line ends in names as %22, %0D and %0A. */
function readParameter(partHead: string, name: string): string {
  const [, value = ''] = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(partHead) ?? []
  return value.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}

async function* readFile(
  buffered: Buffer,
  source: AsyncIterator<Uint8Array>,
  delimiter: Buffer,
): AsyncGenerator<Buffer> {
  let pending = buffered
  let isComplete = false
  const takeFileBytes = (): Buffer => {
    const end = pending.indexOf(delimiter)
    isComplete = end >= 0
    // Without a delimiter in sight, its first bytes may still be at the end.
    const length = isComplete ? end : Math.max(0, pending.length - delimiter.length)
    const bytes = pending.subarray(0, length)
    pending = pending.subarray(length)
    return bytes
  }
  yield takeFileBytes()
  for await (const chunk of { [Symbol.asyncIterator]: () => source }) {
    if (isComplete) continue
    pending = Buffer.concat([pending, chunk])
    yield takeFileBytes()
  }
  if (!isComplete) throw new S3Error('IncompleteBody')
}

function readDelimiter(contentType: string): Buffer {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new S3Error('InvalidArgument', 'The form needs a boundary')
  return Buffer.from(`\r\n--${boundary}`)
}

/** Reads the fields of a form up to its `file` part. @throws S3Error when there is no such part. */
export async function readForm(bytes: AsyncIterable<Uint8Array>, contentType: string): Promise<Form> {
  const delimiter = readDelimiter(contentType)
  const source = bytes[Symbol.asyncIterator]()
  const reader = createDelimitedReader(source)
  const fields: Record<string, string> = {}
  await reader.readUntil(delimiter)
  for (let count = 0; count < maxFields; count += 1) {
    // The parts of a form follow each other in one stream.
    const isLast = (await reader.readUntil('\r\n')).toString() === '--'
    if (isLast) throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.')
    const head = (await reader.readUntil('\r\n\r\n')).toString()
    const name = readParameter(head, 'name').toLowerCase()
    if (name === 'file') {
      const fileName = readParameter(head, 'filename')
      return { fields, fileName, file: readFile(reader.rest(), source, delimiter) }
    }
    fields[name] = (await reader.readUntil(delimiter)).toString()
  }
  throw new S3Error('MalformedPOSTRequest', 'The form has too many fields')
}
