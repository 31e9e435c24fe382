import type { Transaction, UploadRow } from './backend-state.ts'

/** Keeps sent bytes under the ticket's private key until the upload is completed. */
export function receiveBytes(
  { state, nowMs }: Transaction,
  { incomingKey: key, mime }: UploadRow,
  content: Uint8Array<ArrayBuffer>,
): void {
  state.objects.set(key, { key, mime, sizeBytes: content.byteLength, lastModifiedAtMs: nowMs, content })
}
