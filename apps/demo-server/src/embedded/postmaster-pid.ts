import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What a PostgreSQL server, running or dead, wrote into its folder. */
export interface PostmasterPid {
  readonly pid: number
  readonly port: number
}

export async function readPostmasterPid(folder: string): Promise<PostmasterPid | null> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : null
}

/**
 * `foreign`: the process id has gone to another program, or to a dead one that nobody reaps, as in a container without
 * an init; `unknown`: there is no such process, or this system does not tell.
 */
export async function findPidOwner(folder: string, { pid }: PostmasterPid): Promise<'ours' | 'foreign' | 'unknown'> {
  const command = await readCommand(pid)
  if (command === null) return 'unknown'
  return command.includes('postgres') && command.includes(folder) ? 'ours' : 'foreign'
}

/**
 * Only for a foreign process id, which PostgreSQL would take for a server of its own. Children of the dead server are
 * still found: PostgreSQL also looks at the shared memory that belongs to its folder.
 */
export async function removePostmasterPid(folder: string): Promise<void> {
  await rm(join(folder, 'postmaster.pid'), { force: true })
}

/** The command line of a process, empty of a zombie; null where there is none or this system does not tell. */
async function readCommand(pid: number): Promise<string | null> {
  if (process.platform === 'win32') return null
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8')
    return (await execute('ps', ['-o', 'command=', '-p', String(pid)])).stdout.trim()
  } catch {
    return null
  }
}
