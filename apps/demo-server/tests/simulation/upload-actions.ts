import { limits, type CompletedUpload, type UploadPurpose, type User } from '@gallerist/sdk/contract'
import { DomainError } from '../../src/domain/domain-error.ts'
import { incomingKeyOf } from '../../src/domain/object-keys.ts'
import { depsOf, newName, numberOf, persist, pickOf, stagedOf, userOf, type ActContext } from './act-context.ts'
import { addMedia, sha256Of, type ModelTicket } from './model.ts'
import { stagedLeaseMs } from './world.ts'

export async function upload(context: ActContext): Promise<void> {
  const { world } = context
  const user = userOf(context)
  const text = numberOf(context, 2, 8) === 0 ? 'the same picture' : newName(context, 'picture ')
  const request = { user, bytes: Buffer.from(text), fileName: 'x.png', purpose: purposeOf(context) }
  const idempotencyKey = newName(context, 'form ')
  const answer = await persist(() => world.acts.uploadForm(depsOf(context), { ...request, idempotencyKey }))
  if (!(answer instanceof DomainError)) noteMedia(context, answer, { user, bytes: request.bytes })
}

export async function ticket(context: ActContext): Promise<void> {
  const { world } = context
  const user = userOf(context)
  const body = { fileName: 'x.png', mime: 'image/png' as const, sizeBytes: 9 }
  const answer = await persist(() => world.acts.createUpload(depsOf(context), { user, body, idempotencyKey: null }))
  if (answer instanceof DomainError) return
  world.model.tickets.push({ ticket: answer, user, issuedMs: context.beforeMs, isWaiting: false })
}

/** Also twice, and also after the upload is complete; the store takes no ticket that has run out. */
export async function send(context: ActContext): Promise<void> {
  const { world } = context
  const found = pickOf(context, 0, world.model.tickets.slice(-2))
  if (found === undefined || world.clock.nowMs() > found.issuedMs + limits.ticketMs) return
  const bytes = numberOf(context, 2, 12) === 0 ? Buffer.alloc(0) : Buffer.from(newName(context, 'sent '))
  const delayMs = numberOf(context, 1, 3) === 0 ? numberOf(context, 3, 60) * 60_000 : 0
  const key = world.sendKeyOf(incomingKeyOf(found.ticket.uploadId), world, found)
  await world.store.receive(key, bytes, delayMs)
  if (delayMs === 0 && !world.settledTickets.has(found.ticket.uploadId)) found.isWaiting = true
}

export async function complete(context: ActContext): Promise<void> {
  const { world } = context
  const found = pickOf(context, 0, world.model.tickets.slice(-2))
  if (found === undefined) return
  const { user } = found
  const request = { user, uploadId: found.ticket.uploadId, purpose: purposeOf(context) }
  const answer = await persist(() => world.acts.completeUpload(depsOf(context), request))
  if (answer instanceof DomainError) return noteRefusal(context, found, answer)
  noteTaken(context, found)
  noteMedia(context, answer, { user, bytes: context.plan.readBytes ?? (await readBytes(context, answer)) })
}

export async function renew(context: ActContext): Promise<void> {
  const { world } = context
  const staged = stagedOf(context, userOf(context), 1)
  if (staged === undefined) return
  const request = { user: staged.user, uploadId: staged.uploadId }
  const answer = await persist(() => world.acts.renewUpload(depsOf(context), request))
  if (!(answer instanceof DomainError)) staged.file.dueMs = context.beforeMs + stagedLeaseMs
}

function purposeOf(context: ActContext): UploadPurpose {
  const kind = numberOf(context, 1, 6)
  if (kind === 0) return { attachTo: { contentType: 'cities.city', objectId: '42' } }
  return kind === 1 ? {} : { staged: true }
}

function noteMedia(context: ActContext, completed: CompletedUpload, by: { user: User; bytes: Buffer }): void {
  addMedia(context.world.model, completed, {
    user: by.user,
    sha256: sha256Of(by.bytes),
    directRefs: completed.leaseExpiresAt === null ? 1 : 0,
    dueMs: context.beforeMs + stagedLeaseMs,
  })
}

function noteTaken({ world }: ActContext, found: ModelTicket): void {
  found.isWaiting = false
  world.settledTickets.add(found.ticket.uploadId)
}

/** Bytes that were refused for what they are go at once; everything else may be completed later. */
function noteRefusal(context: ActContext, found: ModelTicket, error: DomainError): void {
  if (error.code.startsWith('FILE_') || error.code === 'UPLOAD_EXPIRED') noteTaken(context, found)
}

/** Of an upload that an earlier act has completed. */
async function readBytes({ world }: ActContext, completed: CompletedUpload): Promise<Buffer> {
  const key = new URL(completed.media.urls.original).pathname.slice(1)
  return world.store.objects.get(key)?.bytes ?? Buffer.alloc(0)
}
