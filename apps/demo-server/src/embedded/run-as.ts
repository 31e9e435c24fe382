import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The account that PostgreSQL runs under; null: our own. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const candidates = ['postgres', 'nobody']

/** For root an existing account without rights, so that nothing is added to the machine. */
export async function findAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const found = await Promise.all(candidates.map(readAccount))
  const account = found.find((candidate) => candidate !== null)
  if (account) return account
  throw new Error(`PostgreSQL does not run as root, and there is no user ${candidates.join(' or ')}; set DATABASE_URL.`)
}

async function readAccount(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/**
 * Runs a program as the account. Where the account may not walk the folders to the program or its data (a checkout below
 * `/root`), it keeps root's right to do that; `setpriv` comes with every Linux.
 */
export async function runAs(
  account: Account | null,
  program: string,
  { args, paths, env = {} }: { args: string[]; paths: string[]; env?: Record<string, string> },
): Promise<string> {
  const walks = await Promise.all([program, ...paths].map(isOpenToAll))
  const options = { cwd: '/', env: { ...process.env, LC_MESSAGES: 'C', ...env }, windowsHide: true }
  if (account === null) return (await execute(program, args, { ...options, cwd: dirname(program) })).stdout
  if (walks.every(Boolean)) return (await execute(program, args, { ...options, ...account })).stdout
  return (await execute('setpriv', [...toSetprivArgs(account), program, ...args], options)).stdout
}

function toSetprivArgs({ uid, gid }: Account): string[] {
  const caps = '+dac_override'
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=${caps}`, `--ambient-caps=${caps}`]
}

/** Whether every folder above the path lets anybody pass. */
async function isOpenToAll(path: string): Promise<boolean> {
  const parent = dirname(path)
  if (parent === path) return true
  const { mode } = await stat(parent)
  return (mode & 0o001) === 0o001 && isOpenToAll(parent)
}
