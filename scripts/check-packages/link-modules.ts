import { mkdir, readdir, realpath, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Links every package that the workspace has installed in `sources` into one `node_modules`, so that unpacked tarballs
 * find their dependencies in the locked versions. The first source that has a package wins; our own are left out.
 */
export async function linkModules(target: string, sources: readonly string[]): Promise<void> {
  const linked = new Set<string>()
  for (const source of sources) {
    for (const name of await listPackages(source)) {
      if (linked.has(name) || name.startsWith('@gallerist/')) continue
      linked.add(name)
      await mkdir(dirname(join(target, name)), { recursive: true })
      await symlink(await realpath(join(source, name)), join(target, name), 'junction')
    }
  }
}

async function listPackages(modules: string): Promise<string[]> {
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'))
  const nested = names.map(async (name) =>
    name.startsWith('@') ? (await readdir(join(modules, name))).map((inner) => `${name}/${inner}`) : [name],
  )
  return (await Promise.all(nested)).flat()
}
