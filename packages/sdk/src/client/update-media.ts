import { endpoints, updateMediaBodySchema, type ReplacedMedia, type UpdateMediaBody } from '../contract/index.ts'
import type { UploadProgress } from '../uploads/upload-progress.ts'
import { requireValid } from './check-input.ts'
import type { MediaResource, SendFileOptions } from './media-resource.ts'
import type { RequestFunction } from './request.ts'

export interface UpdateMediaPorts {
  readonly request: RequestFunction
  readonly upload: MediaResource['upload']
  readonly createId: () => string
}

interface ReplaceOptions extends SendFileOptions {
  readonly beforeReplacing?: () => Promise<unknown>
}

/** Changes of an existing media. New bytes are staged first and take effect last, so that a failure leaves the old ones. */
export function createUpdateMedia(ports: UpdateMediaPorts): Pick<MediaResource, 'update' | 'replaceFile'> {
  const { request, createId } = ports
  return {
    replaceFile: (mediaId, file, options) => replaceFile(ports, { mediaId, file, options }),
    update: async (mediaId, { file, onProgress, signal, timeoutMs, idempotencyKey = createId(), ...given }) => {
      const body = withoutAbsent(given)
      const hasTexts = Object.keys(body).length > 0
      if (hasTexts || !file) requireValid('The update', { changes: [updateMediaBodySchema, body] })
      const act = { signal, timeoutMs, idempotencyKey }
      const changeTexts = () => request(endpoints.updateMedia, { ...act, params: { mediaId }, body })
      if (!file) return { media: await changeTexts(), receipt: null }
      const options = { ...act, onProgress, ...(hasTexts && { beforeReplacing: changeTexts }) }
      return replaceFile(ports, { mediaId, file, options })
    },
  }
}

async function replaceFile(
  { request, upload, createId }: UpdateMediaPorts,
  { mediaId, file, options = {} }: { mediaId: string; file: File; options?: ReplaceOptions | undefined },
): Promise<ReplacedMedia> {
  const { signal, timeoutMs, idempotencyKey = createId(), onProgress, beforeReplacing } = options
  const act = (step: string) => ({ signal, timeoutMs, idempotencyKey: `${idempotencyKey}.${step}` })
  const held = holdDone(onProgress)
  const { uploadId } = await upload(file, { ...act('file'), staged: true, onProgress: held.onProgress })
  await beforeReplacing?.()
  const replaced = await request(endpoints.replaceMediaFile, {
    ...act('replace'),
    params: { mediaId },
    body: { uploadId },
  })
  held.release()
  return replaced
}

/** An absent text and one that is undefined mean the same: leave it. */
function withoutAbsent(texts: UpdateMediaBody): UpdateMediaBody {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
}

/** Keeps back `done`, which the upload reports before the media has the bytes. */
function holdDone(onProgress: ((progress: UploadProgress) => void) | undefined) {
  let done: UploadProgress | null = null
  return {
    onProgress: (progress: UploadProgress): void => {
      if (progress.phase === 'done') done = progress
      else onProgress?.(progress)
    },
    release: (): void => {
      if (done) onProgress?.(done)
    },
  }
}
