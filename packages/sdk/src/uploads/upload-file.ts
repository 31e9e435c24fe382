import type { Clock } from '../client/clock.ts'
import type { ActOptions } from '../client/endpoint-input.ts'
import type { CompletedUpload, CreateUploadBody, UploadPurpose, UploadTicket } from '../contract/index.ts'
import { toGalleristError } from '../errors/to-gallerist-error.ts'
import { inspectFile } from './inspect-file.ts'
import { isTicketRefused, type BucketUpload } from './send-to-bucket.ts'
import { createProgressReporter, type ProgressReporter, type UploadProgress } from './upload-progress.ts'

/** The three requests of an upload. */
export interface UploadSteps {
  create(file: CreateUploadBody, options: ActOptions): Promise<UploadTicket>
  send(upload: BucketUpload): Promise<void>
  complete(uploadId: string, purpose: UploadPurpose, options: ActOptions): Promise<CompletedUpload>
}

export interface FileUpload {
  readonly file: File
  readonly purpose: UploadPurpose
  /** The keys of the single requests begin with it. */
  readonly idempotencyKey: string
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
  readonly clock: Clock
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined
}

/** Sends a file: look at its bytes, get a ticket, post it to the bucket, have the server verify it. */
export async function uploadFile(steps: UploadSteps, upload: FileUpload): Promise<CompletedUpload> {
  const reporter = createProgressReporter({ ...upload, totalBytes: upload.file.size })
  reporter.enter('preparing')
  const facts = await inspectFile(upload.file)
  const completed = await sendOnce(steps, upload, { facts, reporter, round: 1 }).catch((error: unknown) => {
    if (!mayStartOver(error)) throw error
    reporter.enter('preparing')
    return sendOnce(steps, upload, { facts, reporter, round: 2 })
  })
  reporter.enter('done')
  return completed
}

/** The ticket ran out, at the bucket or at the server: the file is still here, another ticket will do. */
function mayStartOver(thrown: unknown): boolean {
  const error = toGalleristError(thrown)
  return isTicketRefused(error) || error.code === 'UPLOAD_EXPIRED'
}

interface Round {
  readonly facts: CreateUploadBody
  readonly reporter: ProgressReporter
  readonly round: number
}

async function sendOnce(
  steps: UploadSteps,
  { file, purpose, idempotencyKey, signal, timeoutMs }: FileUpload,
  { facts, reporter, round }: Round,
): Promise<CompletedUpload> {
  const act = (step: string): ActOptions => ({
    signal,
    timeoutMs,
    idempotencyKey: `${idempotencyKey}.${step}.${round}`,
  })
  const ticket = await steps.create(facts, act('ticket'))
  reporter.enter('sending')
  await steps.send({ ...facts, ticket, file, signal, onSent: reporter.sent })
  reporter.enter('processing')
  return steps.complete(ticket.uploadId, purpose, act('complete'))
}
