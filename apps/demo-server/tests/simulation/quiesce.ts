import { checkStep, demand } from './check-step.ts'
import { sweep, switchStorage, wake } from './perform-step.ts'
import type { Rows } from './read-rows.ts'
import { isOurs, type World } from './world.ts'

const hourMs = 3_600_000
/** Late effects arrive; back-off ends; leases, grace and deadlines end; tombstones are looked at; their zombies, too. */
const pausesMs = [hourMs, hourMs, 216 * hourMs, hourMs, 25 * hourMs, hourMs, 25 * hourMs]
/** A delete, one more for a zombie that came back, and one for each look that found it. */
const mostDeletesPerKey = 3

/** Ends all faults, lets everything that waits for time come due, and checks what must hold then. */
export async function quiesce(world: World): Promise<void> {
  while (world.sleepers[0]) await wake(world, world.sleepers[0])
  await checkStep(world)
  if (!world.isStorageOn) await switchStorage(world, true)
  world.store.deletesSent.clear()
  await settleForGood(world)
  const rows = await checkStep(world)
  checkEnded(world, rows.purges.filter((purge) => !purge.isDone).length)
  checkExactlyUsed(world, rows)
}

/** Lets everything come due that waits for time, and sweeps it. */
export async function settleForGood(world: World, pauses: readonly number[] = pausesMs): Promise<void> {
  for (const ms of pauses) {
    await world.clock.advance(ms)
    await world.store.settle()
    await sweep({ world })
  }
}

/** I9: every purge has ended, after a bounded number of calls. */
function checkEnded({ store }: World, open: number): void {
  demand('I9', open === 0, () => `${open} purges have not ended`)
  const most = Math.max(0, ...store.deletesSent.values())
  demand('I9', most <= mostDeletesPerKey, () => `a key was sent in ${most} deletes`)
}

/**
 * I3 and I4: what is in the bucket is what users see, and what is held because storage was off; of an upload that was cut
 * short when it was, held are the objects that were written.
 */
function checkExactlyUsed({ model, store, wasStorageOff }: World, { files }: Rows): void {
  const held = files.filter((file) => file.isHeld)
  demand('I7', wasStorageOff || held.length === 0, () => `${held.length} files are held, and storage was never off`)
  const used = [...model.media.values()].filter((media) => media.file.dueMs === null).map((media) => media.file)
  const wanted = [...used, ...held.filter((file) => file.isVerified)].flatMap((file) => file.keys)
  const allowed = new Set([...wanted, ...held.flatMap((file) => file.keys)])
  const orphan = [...store.objects.keys()].find((key) => isOurs(key) && !allowed.has(key))
  demand('I3', orphan === undefined, () => `${orphan} is in the bucket, and nothing uses it`)
  const missing = wanted.find((key) => !store.objects.has(key))
  demand('I4', missing === undefined, () => `${missing} is not in the bucket`)
}
