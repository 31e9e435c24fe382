import { DomainError } from '../../src/domain/domain-error.ts'
import { endStaged, newName, numberOf, persist, pickOf, stagedOf, type ActContext } from './act-context.ts'
import { settleUses, swapFile, type ModelDeletion } from './model.ts'

export async function replace(context: ActContext): Promise<void> {
  const { world } = context
  const media = pickOf(context, 0, world.model.media.values())
  const staged = media && stagedOf(context, media.user, 1)
  if (!media || !staged || media === staged) return
  const { user, id: mediaId } = media
  const request = { user, mediaId, uploadId: staged.uploadId, idempotencyKey: newName(context, 'replace ') }
  const answer = await persist(() => world.acts.replaceMedia(world.deps.database, request, world.deps.rules))
  if (answer instanceof DomainError) return
  endStaged(context, staged.uploadId)
  const swaps = [{ mediaId, from: media.file, to: staged.file }]
  world.model.deletions.push({ id: answer.receipt.id, user, galleries: [], directRefs: [], swaps })
  swapFile(world.model, { media, to: staged.file, dueMs: context.beforeMs + world.graceMs })
}

export async function deleteMedia(context: ActContext): Promise<void> {
  const { world, beforeMs } = context
  const media = pickOf(context, 0, world.model.media.values())
  if (media === undefined) return
  const request = { user: media.user, mediaId: media.id, detach: true, idempotencyKey: newName(context, 'detach ') }
  const answer = await persist(() => world.acts.deleteMedia(world.deps.database, request))
  if (answer instanceof DomainError) return
  const holders = [...world.model.galleries.values()].filter((one) =>
    one.items.some((item) => item.mediaId === media.id),
  )
  const deletion: ModelDeletion = {
    id: answer.id,
    user: media.user,
    galleries: holders.map(({ id, version, items }) => ({ id, version: version + 1, items })),
    directRefs: [{ mediaId: media.id, count: media.directRefs }],
    swaps: [],
  }
  world.model.deletions.push(deletion)
  for (const holder of holders) {
    holder.items = holder.items.filter((item) => item.mediaId !== media.id)
    holder.version += 1
  }
  const dueMs = beforeMs + world.graceMs
  Object.assign(media, { directRefs: 0, wasUsed: true })
  media.file.dueMs = Math.min(media.file.dueMs ?? dueMs, dueMs)
  settleUses(world.model, dueMs)
}

/** Brings back what the receipt's act took: the model's own notes say what that was. */
export async function undo(context: ActContext): Promise<void> {
  const { world, beforeMs } = context
  const deletion = pickOf(context, 0, world.model.deletions.slice(numberOf(context, 1, 2) === 0 ? -6 : -1))
  if (deletion === undefined) return
  const request = { user: deletion.user, deletionId: deletion.id, idempotencyKey: newName(context, 'undo ') }
  const answer = await persist(() => world.acts.undoDeletion(world.deps.database, request, world.deps.rules))
  if (answer instanceof DomainError) return
  const dueMs = beforeMs + world.graceMs
  for (const { id, version, items } of deletion.galleries) {
    world.model.galleries.set(id, { id, user: deletion.user, version: version + 1, items })
  }
  for (const { mediaId, count } of deletion.directRefs) {
    const media = world.model.media.get(mediaId)
    if (media) media.directRefs += count
  }
  for (const swap of deletion.swaps) {
    const media = world.model.media.get(swap.mediaId)
    if (media) swapFile(world.model, { media, to: swap.from, dueMs })
  }
  settleUses(world.model, dueMs)
}
