import type { Database } from '../../src/db/database.ts'
import type { Scenario } from './crash-scenarios.ts'
import { createProcess } from './dying-ports.ts'
import { settleForGood } from './quiesce.ts'
import { readRows, type Rows } from './read-rows.ts'
import { Violation } from './violation.ts'
import { createWorld, isOurs, type World } from './world.ts'

export interface Crash {
  readonly boundaries: number
  readonly hasDied: boolean
  /** Checksums of what galleries show, before the act, and after the restart. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Leases, deadlines, grace and tickets end; then tombstones are looked at. */
const pausesMs = [216 * 3_600_000, 25 * 3_600_000]

/**
 * Runs a scenario in a process that dies at its nth I/O boundary, restarts, lets everything come due, and checks I1 to I5.
 *
 * @throws Violation
 */
export async function crashAt(database: Database, scenario: Scenario, nth: number | null): Promise<Crash> {
  const world = await createWorld(database, { graceMs: 10_000 })
  const prepared = await scenario.prepare(world)
  const before = shownIn(await readRows(database))
  const dying = createProcess(nth)
  const { deps, storage } = world
  const dyingStorage = dying.wrapStorage(storage)
  const inProcess: World = {
    ...world,
    storage: dyingStorage,
    deps: { ...deps, database: dying.wrapDatabase(deps.database), storage: dyingStorage },
  }
  await scenario.act(inProcess, prepared).catch((error: unknown) => {
    if (!dying.hasDied) throw error
  })
  check(world, await readRows(database), 'at the crash')
  await settleForGood(world, pausesMs)
  const rows = await readRows(database)
  check(world, rows, 'after the restart')
  checkSettled(world, rows)
  return { boundaries: dying.boundaries, hasDied: dying.hasDied, before, after: shownIn(rows) }
}

function shownIn({ media, files }: Rows): string[] {
  const shown = new Set(media.filter(({ uses }) => uses > 0).map(({ fileId }) => fileId))
  return files.flatMap((file) => (shown.has(file.id) ? [file.sha256] : [])).toSorted()
}

/** I1, I2 and I5. */
function check({ store }: World, rows: Rows, when: string): void {
  if (store.violation) throw store.violation
  const used = new Set(rows.media.filter(({ uses }) => uses > 0).map(({ fileId }) => fileId))
  for (const file of rows.files.filter(({ id }) => used.has(id))) {
    const isWhole = file.keys.every((key, index) => store.objects.get(key)?.sizeBytes === file.sizes[index])
    const isTrue = store.objects.get(file.keys[0] ?? '')?.sha256 === file.sha256
    if (!isWhole || !isTrue) throw new Violation('I1', `${when}, file ${file.id} is used and not whole`)
  }
  const known = new Set([...rows.files.flatMap(({ keys }) => keys), ...rows.purges.map(({ key }) => key)])
  const stray = [...store.objects.keys()].find((key) => isOurs(key) && !known.has(key))
  if (stray !== undefined) throw new Violation('I5', `${when}, ${stray} has no row`)
}

/** I3 and I4: once everything has come due, what is there is what is used. */
function checkSettled({ store }: World, rows: Rows): void {
  const used = new Set(rows.media.filter(({ uses }) => uses > 0).map(({ fileId }) => fileId))
  const expected = rows.files.filter(({ id }) => used.has(id)).flatMap(({ keys }) => keys)
  const found = [...store.objects.keys()].filter(isOurs)
  const orphan = found.find((key) => !expected.includes(key))
  if (orphan !== undefined) throw new Violation('I3', `${orphan} is in the bucket, and nothing uses it`)
  if (found.length < expected.length) throw new Violation('I4', `${expected.length - found.length} objects are missing`)
}
