import { randomUUID } from 'node:crypto'
import { finishPurges, judgeDue, leaseDue } from '../../src/db/purges.ts'
import { DomainError } from '../../src/domain/domain-error.ts'
import { planGallerySave, saveGallery } from '../../src/domain/save-gallery.ts'
import type { SweepDeps } from '../../src/domain/sweep.ts'
import { uploadForm } from '../../src/domain/upload-form.ts'
import type { DeleteOutcome, ObjectStorage } from '../../src/storage/object-storage.ts'
import { realActs, type Acts } from '../simulation/acts.ts'
import type { Mutant } from './mutant.ts'

const acting = (name: string, fault: string, change: (storage: ObjectStorage) => Partial<Acts>): Mutant => ({
  name,
  fault,
  composition: { createActs: (storage) => ({ ...realActs, ...change(storage) }) },
})

/** Whole acts that somebody might have written instead. */
export const moduleMutants: readonly Mutant[] = [
  acting('delete before commit', 'the save fails afterwards, and its pictures are gone', (storage) => ({
    async saveGallery(database, request, rules) {
      const plan = await planGallerySave(database, request, rules)
      const doomed = plan.files.filter((file) => file.verdict === 'delete').map((file) => file.mediaId)
      const rows = await database.query<{ key: string }>(
        'select original_key as key from files f join media m on m.file_id = f.id where m.id = any($1::uuid[])',
        [doomed],
      )
      if (rows.length > 0) await storage.deleteMany(rows.map((row) => row.key))
      return saveGallery(database, request, rules)
    },
  })),
  acting('inline compensation of an upload in doubt', 'the commit was done, and its bytes are deleted', (storage) => ({
    async uploadForm(deps, request) {
      const written: string[] = []
      const noting: ObjectStorage = {
        ...storage,
        write: (key, bytes, options) => storage.write(key, bytes, options).finally(() => written.push(key)),
      }
      try {
        return await uploadForm({ ...deps, storage: deps.storage && noting }, request)
      } catch (error) {
        if (!(error instanceof DomainError)) await storage.deleteMany(written)
        throw error
      }
    },
  })),
  acting('bytes before row', 'a server that dies in between leaves an object that nobody knows', (storage) => ({
    async uploadForm(deps, request) {
      const key = `media/${randomUUID()}/original.png`
      if (deps.storage)
        await storage.write(key, request.bytes, { mime: 'image/png', signal: AbortSignal.timeout(5000) })
      return uploadForm(deps, request)
    },
  })),
  acting('commit, then fire and forget', 'a delete that fails is never tried again', () => ({
    sweepAll: sweepAndForget,
  })),
  {
    name: 'HTTP 200 taken as success',
    fault: 'keys that the reply refuses, or does not name, count as deleted',
    composition: { wrapStorage: believing },
  },
  {
    name: 'presigned final key',
    fault: 'a ticket that is still valid overwrites verified bytes, or brings a deleted object back',
    composition: {
      sendKeyOf: (incomingKey, world, { ticket }) =>
        [...world.model.media.values()].find((media) => media.uploadId === ticket.uploadId)?.file.originalKey ??
        incomingKey,
    },
  },
]

async function sweepAndForget({ database, storage }: SweepDeps): Promise<number> {
  await judgeDue(database, 500)
  const token = randomUUID()
  const leased = await leaseDue(database, { limit: storage.deleteBatchSize, leaseMs: 120_000, token })
  await finishPurges(
    database,
    token,
    leased.map(({ id }) => ({ id, outcome: 'gone', error: null })),
  )
  if (leased.length > 0) await storage.deleteMany(leased.map((row) => row.key))
  return 0
}

function believing(inner: ObjectStorage): ObjectStorage {
  return {
    ...inner,
    async deleteMany(keys) {
      await inner.deleteMany(keys)
      return new Map<string, DeleteOutcome>(keys.map((key) => [key, { state: 'gone' }]))
    },
  }
}
