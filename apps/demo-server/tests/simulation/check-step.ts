import { isDeepStrictEqual } from 'node:util'
import { limits } from '@gallerist/sdk/contract'
import { readReceipt } from '../../src/domain/receipts.ts'
import { incomingKeyOf, keyPrefixes } from '../../src/domain/object-keys.ts'
import type { ModelMedia } from './model.ts'
import { readRows, type Rows } from './read-rows.ts'
import { Violation, type InvariantId } from './violation.ts'
import { foreignKeys, isOurs, type World } from './world.ts'

/** Everything that must hold at every instant. */
export async function checkStep(world: World): Promise<Rows> {
  if (world.store.violation) throw world.store.violation
  const rows = await readRows(world.plain)
  for (const file of rows.files) if (file.isVerified) for (const key of file.keys) world.writeDeadlines.delete(key)
  checkGalleries(world, rows)
  checkUsed(world, rows)
  checkNotEarly(world)
  checkTracked(world, rows)
  checkOneWay(world, rows)
  checkForeign(world, rows)
  await checkHonest(world, rows)
  return rows
}

/** I8: the galleries are what the committed saves made of them, and nothing else. */
function checkGalleries({ model }: World, rows: Rows): void {
  const stored = new Map(rows.galleries.map((gallery) => [gallery.id, gallery]))
  demand(
    'I8',
    stored.size === model.galleries.size,
    () => `${stored.size} galleries instead of ${model.galleries.size}`,
  )
  for (const gallery of model.galleries.values()) {
    const items = gallery.items.map((item) => [item.mediaId, item.externalUrl, item.caption])
    const found = stored.get(gallery.id)
    demand('I8', found?.version === gallery.version, () => `version ${found?.version} instead of ${gallery.version}`)
    demand('I8', isDeepStrictEqual(found?.items, items), () => `other items: ${JSON.stringify([found?.items, items])}`)
  }
}

/** I1: what users expect to see has its row, and all its bytes as they were sent. */
function checkUsed(world: World, rows: Rows): void {
  const files = new Map(rows.files.map((file) => [file.id, file]))
  const stored = new Map(rows.media.map((media) => [media.id, media]))
  for (const media of world.model.media.values()) {
    if (media.file.dueMs !== null) continue
    const row = stored.get(media.id)
    const file = files.get(row?.fileId ?? '')
    demand('I1', row !== undefined && row.uses > 0, () => `media ${media.id} is used, and its row says otherwise`)
    demand('I1', file?.sha256 === media.file.sha256, () => `media ${media.id} has other bytes than its user sent`)
    demand('I1', hasBytes(world, media), () => `media ${media.id} is used, and its bytes are not there`)
  }
  for (const { fileId, uses } of rows.media.filter((media) => media.uses > 0)) {
    const file = files.get(fileId)
    const isWhole = file?.keys.every((key, index) => world.store.objects.get(key)?.sizeBytes === file.sizes[index])
    demand('I1', isWhole === true, () => `file ${fileId} has ${uses} uses and lacks an object`)
  }
}

function hasBytes({ store }: World, { file }: ModelMedia): boolean {
  if (store.objects.get(file.originalKey)?.sha256 !== file.sha256) return false
  return file.keys.every((key) => store.objects.has(key))
}

/** I4, the first half: nothing goes before its grace or lease is over, nor before its ticket is. */
function checkNotEarly({ model, store, clock }: World): void {
  const files = [...[...model.media.values()].map((media) => media.file), ...model.replaced]
  const early = files.find(
    (file) => file.dueMs !== null && file.dueMs > clock.nowMs() && file.keys.some((key) => !store.objects.has(key)),
  )
  demand('I4', early === undefined, () => `${early?.originalKey} went before its time`)
  const lost = model.tickets.find(
    (one) =>
      one.isWaiting &&
      clock.nowMs() < one.issuedMs + limits.ticketMs &&
      !store.objects.has(incomingKeyOf(one.ticket.uploadId)),
  )
  demand('I4', lost === undefined, () => `what ticket ${lost?.ticket.uploadId} brought went before its time`)
}

/** I5: every object under our prefixes has a row, and every key one. */
function checkTracked({ store }: World, rows: Rows): void {
  const known = [...rows.files.flatMap((file) => file.keys), ...rows.purges.map((purge) => purge.key)]
  const keys = new Set(known)
  demand('I5', keys.size === known.length, () => 'a key is both in files and in purges')
  const stray = [...store.objects.keys()].find((key) => isOurs(key) && !keys.has(key))
  demand('I5', stray === undefined, () => `${stray} has no row`)
}

/** I6: what was purged once is never a file again. */
function checkOneWay({ purgedFiles }: World, rows: Rows): void {
  for (const purge of rows.purges) if (purge.fileId !== null) purgedFiles.add(purge.fileId)
  const back = rows.files.find((file) => purgedFiles.has(file.id))
  demand('I6', back === undefined, () => `file ${back?.id} came back from purges`)
}

/** I7: what is not ours stays, and so does what is held. */
function checkForeign(world: World, rows: Rows): void {
  const missing = foreignKeys.find((key) => !world.store.objects.has(key))
  demand('I7', missing === undefined, () => `${missing} is not ours and is gone`)
  const files = new Set(rows.files.map((file) => file.id))
  const judged = world.heldFiles.find((id) => !files.has(id))
  demand('I7', judged === undefined, () => `file ${judged} was held and is judged`)
  world.heldFiles = rows.files.filter((file) => file.isHeld && file.isVerified).map((file) => file.id)
}

/** I10: whatever is called deleted, a reply has confirmed; and a receipt says so of nothing else. */
async function checkHonest(world: World, rows: Rows): Promise<void> {
  const claimed = rows.purges.find((purge) => purge.isDone && !world.store.observedGone.has(purge.key))
  demand('I10', claimed === undefined, () => `${claimed?.key} is done, and no reply confirmed it`)
  const deletion = world.model.deletions.at(-1 - (world.count % Math.max(1, world.model.deletions.length)))
  if (deletion === undefined) return
  const receipt = await readReceipt(world.plain, deletion.id, deletion.user)
  const touched = await world.plain.query<{ mediaId: string; fileId: string }>(
    'select min(file_id::text) as "fileId", media_id as "mediaId" from deletion_files where deletion_id = $1 group by 2 having count(*) = 1',
    [deletion.id],
  )
  const files = new Map(touched.map(({ mediaId, fileId }) => [mediaId, fileId]))
  for (const file of receipt.files.filter(({ outcome, mediaId }) => outcome === 'deleted' && files.has(mediaId))) {
    const prefix = `${keyPrefixes.final}${files.get(file.mediaId)}/`
    const seen = [...world.store.observedGone].filter((key) => key.startsWith(prefix)).length
    demand(
      'I10',
      seen === file.objectCount,
      () => `a receipt says deleted of ${prefix}, and ${seen} deletes were confirmed`,
    )
  }
}

export function demand(invariant: InvariantId, holds: boolean, message: () => string): void {
  if (!holds) throw new Violation(invariant, message())
}
