import { access } from 'node:fs/promises'
import { runCommand } from '../run-command.ts'
import { NotHere } from './service.ts'

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

/** @throws NotHere where apt or root is missing, or apt cannot do it */
export async function refuseWithoutApt(what: string): Promise<void> {
  if (!(await exists('/usr/bin/apt-get'))) throw new NotHere(`${what} is not installed, and there is no apt`)
  if (process.getuid?.() !== 0) throw new NotHere(`${what} is not installed, and apt needs root`)
}

/** @throws NotHere with apt's own words */
export async function apt(...aptArguments: string[]): Promise<void> {
  const { code, output } = await runCommand('apt-get', aptArguments, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  if (code !== 0) throw new NotHere(`apt-get ${aptArguments[0]} failed: ${output.trim().split('\n').at(-1)}`)
}
