import { randomUUID } from 'node:crypto'
import { createReadStream, openSync } from 'node:fs'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

interface BlobWriter {
  readonly name: string
  readonly write: (chunk: Uint8Array) => Promise<void>
  /** Closes the file, durably when the store was made with `fsync`. */
  finish(): Promise<void>
  /** Closes and removes the file. */
  discard(): Promise<void>
}

/** Files that are written once, under a random name, and never changed. */
export interface BlobStore {
  create(): Promise<BlobWriter>
  /**
   * Opens the file before it returns, so that a delete right after cannot break the stream. Call it in the same tick
   * in which the row was read.
   */
  read(name: string, range?: { start: number; end: number }): Readable
  remove(names: readonly string[]): Promise<void>
  /** Removes every file whose name is not known. */
  removeUnknown(known: ReadonlySet<string>): Promise<void>
}

/** Names are spread over 256 folders by their first two characters. */
function newBlobName(): { folder: string; name: string } {
  const id = randomUUID()
  const folder = id.slice(0, 2)
  return { folder, name: `${folder}/${id}` }
}

async function createWriter(root: string, fsync: boolean): Promise<BlobWriter> {
  const { folder, name } = newBlobName()
  await mkdir(join(root, folder), { recursive: true })
  const file = await open(join(root, name), 'wx')
  return {
    name,
    write: (chunk) => file.appendFile(chunk),
    finish: async () => {
      if (fsync) await file.datasync()
      await file.close()
    },
    discard: async () => {
      // A second close is harmless: discard may follow a finish.
      await file.close().catch(() => undefined)
      await rm(join(root, name), { force: true })
    },
  }
}

export function createBlobStore(root: string, { fsync }: { fsync: boolean }): BlobStore {
  const remove = async (names: readonly string[]): Promise<void> => {
    await Promise.all(names.map((name) => rm(join(root, name), { force: true })))
  }
  return {
    create: () => createWriter(root, fsync),
    read: (name, range) => createReadStream('', { fd: openSync(join(root, name), 'r'), ...range }),
    remove,
    removeUnknown: async (known) => {
      await mkdir(root, { recursive: true })
      const entries = await readdir(root, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile()).map(({ name }) => `${name.slice(0, 2)}/${name}`)
      await remove(files.filter((name) => !known.has(name)))
    },
  }
}
