import type { Database, Sql } from '../../src/db/database.ts'
import type { ObjectStorage } from '../../src/storage/object-storage.ts'

/** The process died here. What is left of it finds every door closed. */
class ProcessDied extends Error {
  override readonly name = 'ProcessDied'
}

export interface Process {
  readonly wrapDatabase: (inner: Database) => Database
  readonly wrapStorage: (inner: ObjectStorage) => ObjectStorage
  /** I/O boundaries that were passed: after each storage call and statement, before and after each commit. Dying before the next call is dying after the last. */
  readonly boundaries: number
  readonly hasDied: boolean
}

/** A process that dies at its nth I/O boundary, and does nothing more from then on; null: it lives. */
export function createProcess(diesAt: number | null): Process {
  let boundaries = 0
  let hasDied = false
  const pass = (): void => {
    boundaries += 1
    if (boundaries === diesAt) hasDied = true
    if (hasDied) throw new ProcessDied()
  }
  async function thenPass<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (hasDied) throw new ProcessDied()
    const answer = await call()
    pass()
    return answer
  }
  const refuseTheDead = (inner: Sql): Sql => ({
    async query(text, values) {
      if (hasDied) throw new ProcessDied()
      return inner.query(text, values)
    },
  })
  return {
    get boundaries() {
      return boundaries
    },
    get hasDied() {
      return hasDied
    },
    wrapDatabase: (inner) => ({
      close: () => inner.close(),
      query: (text, values) => thenPass(() => inner.query(text, values)),
      transaction: (work, options) =>
        thenPass(() =>
          inner.transaction(async (tx) => {
            const answer = await work(refuseTheDead(tx))
            pass()
            return answer
          }, options),
        ),
    }),
    wrapStorage: (inner) => ({
      ...inner,
      presignUpload: (request) => thenPass(() => inner.presignUpload(request)),
      read: (key, options) => thenPass(() => inner.read(key, options)),
      write: (key, bytes, options) => thenPass(() => inner.write(key, bytes, options)),
      deleteMany: (keys) => thenPass(() => inner.deleteMany(keys)),
      head: (key) => thenPass(() => inner.head(key)),
    }),
  }
}
