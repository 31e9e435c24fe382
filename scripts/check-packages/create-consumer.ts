import { cp, mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { linkModules } from './link-modules.ts'
import { type Manifest, type PackedPackage, unpackPackage } from './pack-package.ts'

export interface Consumer {
  readonly folder: string
  readonly manifests: readonly Manifest[]
}

/**
 * A project that has installed the tarballs, without a registry: our packages are unpacked, everything else is linked
 * from where the workspace has it.
 */
export async function createConsumer(
  parent: string,
  packages: readonly PackedPackage[],
  sources: readonly string[],
): Promise<Consumer> {
  const folder = await mkdtemp(join(parent, 'consumer-'))
  const modules = join(folder, 'node_modules')
  await mkdir(modules)
  const manifests = await Promise.all(packages.map((packed) => unpackPackage(packed, modules)))
  await linkModules(modules, sources)
  await cp(join(import.meta.dirname, 'consumer'), folder, { recursive: true })
  return { folder, manifests }
}
