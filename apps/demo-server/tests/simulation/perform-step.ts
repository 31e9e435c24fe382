import { applySettings } from '../../src/db/settings.ts'
import { tidyUp } from '../../src/db/purges.ts'
import { StorageError } from '../../src/storage/object-storage.ts'
import { numberOf, pickOf, type ActContext } from './act-context.ts'
import { createPlan, currentPlan } from './call-plan.ts'
import { ConnectionLost } from './faulty-database.ts'
import * as galleries from './gallery-actions.ts'
import * as media from './media-actions.ts'
import type { Step, StepKind } from './step.ts'
import * as uploads from './upload-actions.ts'
import { Violation } from './violation.ts'
import { stagedLeaseMs, type World } from './world.ts'

/** In seconds: around the grace, the write deadline, a lease, a ticket, a staged upload's life. */
const advances = [1, 3, 8, 20, 45, 70, 130, 900, 3600, 6 * 3600, 25 * 3600, 192 * 3600]

const actions: Readonly<Record<StepKind, (context: ActContext) => Promise<void>>> = {
  upload: uploads.upload,
  ticket: uploads.ticket,
  send: uploads.send,
  complete: uploads.complete,
  renew: uploads.renew,
  gallery: galleries.gallery,
  save: galleries.save,
  'stale-save': galleries.saveStale,
  'delete-gallery': galleries.deleteGallery,
  'sql-cascade': galleries.cascadeGallery,
  replace: media.replace,
  'delete-media': media.deleteMedia,
  undo: media.undo,
  sweep,
  async resume(context) {
    const { world } = context
    const sleeper = pickOf(context, 0, world.sleepers)
    if (sleeper) await wake(world, sleeper)
  },
  async advance(context) {
    const { clock, store } = context.world
    await clock.advance((advances[numberOf(context, 0, advances.length)] ?? 1) * 1000)
    await store.settle()
  },
  async 'switch-storage'({ world }) {
    await switchStorage(world, !world.isStorageOn)
  },
  async 'sql-drop-unverified'({ world }) {
    await world.plain.query('delete from files where verified_at is null')
  },
  async tidy({ world }) {
    await tidyUp(world.plain)
  },
}

/** Runs one step, as far as its pause; what it promises is checked afterwards. */
export async function performStep(world: World, step: Step): Promise<void> {
  const plan = createPlan(step)
  const context: ActContext = { world, step, plan, beforeMs: world.clock.nowMs() }
  let isPaused = false
  const finished = currentPlan.run(plan, () => actions[step.kind](context)).catch(ignoreBrokenConnections)
  await Promise.race([finished, plan.paused.promise.then(() => (isPaused = true))])
  if (isPaused) world.sleepers.push({ wake: plan.gate.resolve, finished })
}

export async function switchStorage(world: World, storageOn: boolean): Promise<void> {
  world.isStorageOn = storageOn
  world.wasStorageOff ||= !storageOn
  await applySettings(world.plain, { graceMs: world.graceMs, stagedLeaseMs, storageOn })
}

export async function wake(world: World, sleeper: World['sleepers'][number]): Promise<void> {
  world.sleepers.splice(world.sleepers.indexOf(sleeper), 1)
  sleeper.wake()
  await sleeper.finished
}

/** Of one instance; another one may stand still in the middle of its own. */
export async function sweep({ world }: Pick<ActContext, 'world'>): Promise<void> {
  await world.acts.sweepAll({
    database: world.deps.database,
    storage: world.storage,
    onPurged: () => undefined,
    onAlarm: ({ message }) => {
      if (message === 'due, and yet referenced') world.store.violation ??= new Violation('I9', message)
    },
  })
}

/** A caller that lost its connection, or was told that storage is not there, has nothing to note. */
function ignoreBrokenConnections(error: unknown): void {
  if (error instanceof ConnectionLost || error instanceof StorageError) return
  throw error instanceof Violation ? error : new Violation('crash', describe(error))
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
