import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun, runCommand } from '../run-command.ts'
import { apt, exists, refuseWithoutApt } from './apt.ts'
import { findFreePort } from './find-free-port.ts'
import { NotHere, type Service } from './service.ts'

const script = fileURLToPath(new URL('../radosgw.sh', import.meta.url))

export interface Radosgw extends Service {
  /** How the conformance suite finds it; the demo server's tests have names of their own. */
  readonly conformanceEnv: Readonly<Record<string, string>>
}

/**
 * A Ceph Object Gateway of its own, in a temporary folder.
 *
 * @throws NotHere
 */
export async function startRadosgw(): Promise<Radosgw> {
  if (process.platform !== 'linux') throw new NotHere('radosgw.sh runs on Linux only')
  if (!(await exists('/usr/bin/radosgw'))) {
    await refuseWithoutApt('radosgw')
    await apt('update', '-q')
  }
  const home = await mkdtemp(join(tmpdir(), 'gallerist-radosgw-'))
  const env = {
    RGW_HOME: home,
    RGW_PORT: String(await findFreePort()),
    RGW_MON_PORT: String(await findFreePort(2)),
  }
  const stop = async (): Promise<void> => {
    await mustRun(script, ['wipe'], { env })
    await rm(home, { recursive: true, force: true })
  }
  const { code, output } = await runCommand(script, ['start'], { env })
  if (code !== 0) {
    await stop()
    throw new Error(`radosgw.sh start ended with ${code}:\n${output}`)
  }
  const version = /ceph version (\S+)/.exec(await mustRun('radosgw', ['--version']))?.[1]
  const conformanceEnv = readExports(output)
  return { title: `Ceph radosgw ${version}`, env: toTestEnv(conformanceEnv), conformanceEnv, stop }
}

function readExports(output: string): Record<string, string> {
  const lines = output.matchAll(/^export ([A-Z0-9_]+)=(.*)$/gm)
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]))
}

function toTestEnv(exported: Readonly<Record<string, string>>): Record<string, string> {
  return {
    TEST_S3_ENDPOINT: exported['S3_ENDPOINT'] ?? '',
    TEST_S3_REGION: exported['S3_REGION'] ?? '',
    TEST_S3_ACCESS_KEY_ID: exported['AWS_ACCESS_KEY_ID'] ?? '',
    TEST_S3_SECRET_ACCESS_KEY: exported['AWS_SECRET_ACCESS_KEY'] ?? '',
  }
}
