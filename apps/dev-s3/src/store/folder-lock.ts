import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FolderInUseError } from './folder-in-use-error.ts'

export interface FolderLock {
  release(): void
}

function readPid(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/**
 * Takes the folder for this process. The lock is SQLite's, on a file of its own: the kernel frees it when its owner
 * dies, so a lock left by a crash is no lock, even when another process has got the old process id. The pid file only
 * names the owner.
 *
 * @throws FolderInUseError
 */
export function takeFolderLock(dataDir: string): FolderLock {
  mkdirSync(dataDir, { recursive: true })
  const pidPath = join(dataDir, 'pid')
  const sqlite = new DatabaseSync(join(dataDir, 'lock.db'))
  try {
    sqlite.exec('begin exclusive')
  } catch (cause) {
    sqlite.close()
    const error = new FolderInUseError(dataDir, readPid(pidPath))
    error.cause = cause
    throw error
  }
  writeFileSync(pidPath, String(process.pid))
  return {
    release: () => {
      rmSync(pidPath, { force: true })
      sqlite.close()
    },
  }
}
