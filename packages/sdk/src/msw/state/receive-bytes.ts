import type { Transaction } from './backend-state.ts'
import type { UploadRow } from './rows.ts'

/** Keeps sent bytes under the ticket's private key until the upload is completed. */
export function receiveBytes(
  { state, nowMs }: Transaction,
  { incomingKey: key, mime }: UploadRow,
  content: Uint8Array<ArrayBuffer>,
): void {
  state.objects.set(key, { key, mime, sizeBytes: content.byteLength, lastModifiedAtMs: nowMs, content })
}
