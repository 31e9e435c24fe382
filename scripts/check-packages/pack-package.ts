import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mustRun } from '../run-command.ts'

export interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

export interface PackedPackage {
  readonly name: string
  readonly tarball: string
}

/** Packs a built package as `pnpm publish` would: `publishConfig` applied, workspace ranges replaced. */
export async function packPackage(source: string, destination: string): Promise<PackedPackage> {
  const answer = await mustRun('pnpm', ['-C', source, 'pack', '--pack-destination', destination, '--json'])
  const { name, filename }: { name: string; filename: string } = JSON.parse(answer)
  return { name, tarball: filename }
}

/** Unpacks a tarball where an install would put it, and returns its manifest. */
export async function unpackPackage({ name, tarball }: PackedPackage, modules: string): Promise<Manifest> {
  const folder = join(modules, name)
  await mkdir(folder, { recursive: true })
  await mustRun('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'])
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
}
