import { delay, http, HttpResponse, type HttpHandler } from 'msw'
import type { BackendCore } from '../backend-core.ts'
import { drawScene } from '../pictures/scene.ts'
import type { ObjectRow, UploadRow } from '../state/rows.ts'
import { receiveBytes } from '../state/receive-bytes.ts'

/** The bucket: takes form posts under tickets, and serves the objects that are public. */
export function answerBucket(core: BackendCore): HttpHandler[] {
  const { bucketUrl, publicUrl } = core.settings
  return [
    http.post(bucketUrl, ({ request }) => takeForm(core, request)),
    http.get(`${publicUrl}/*`, ({ request }) => {
      core.sweep()
      const key = decodeURIComponent(new URL(request.url).pathname.slice(new URL(publicUrl).pathname.length + 1))
      const object = core.state().objects.get(key)
      if (object === undefined || key.startsWith('incoming/')) return toXmlError(404, 'NoSuchKey')
      return toObjectResponse(object)
    }),
  ]
}

async function takeForm(core: BackendCore, request: Request): Promise<Response> {
  const slow = core.faults.take('slow', ({ endpoint }) => endpoint === 'bucket')
  if (slow !== null) await delay(slow.delayMs)
  if (core.faults.take('bucket-connection-lost') !== null) return HttpResponse.error()
  const form = await request.formData()
  const upload = [...core.state().uploads.values()].find(({ incomingKey }) => incomingKey === form.get('key'))
  const isExpired = upload === undefined || core.now() >= upload.ticketExpiresAtMs
  if (isExpired || core.faults.take('ticket-expired') !== null)
    return toXmlError(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.')
  return takeFile(core, upload, form.get('file'))
}

async function takeFile(core: BackendCore, upload: UploadRow, file: FormDataEntryValue | null): Promise<Response> {
  if (!(file instanceof File)) return toXmlError(400, 'InvalidArgument', 'POST requires exactly one file upload.')
  if (file.size > upload.sizeBytes) return toXmlError(400, 'EntityTooLarge')
  const bytes = new Uint8Array(await file.arrayBuffer())
  core.commit((tx) => receiveBytes(tx, upload, bytes))
  return new Response(null, { status: 204 })
}

function toObjectResponse({ content, mime }: ObjectRow): Response {
  const isBytes = content instanceof Uint8Array
  return new Response(isBytes ? content : drawScene(content), {
    headers: {
      'Content-Type': isBytes ? mime : 'image/svg+xml',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    },
  })
}

function toXmlError(status: number, code: string, message = code): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(body, { status, headers: { 'Content-Type': 'application/xml' } })
}
