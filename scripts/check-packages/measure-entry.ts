import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

export interface MeasuredEntry {
  /** Every package that the entry asks its user's bundler for, sorted. */
  readonly externals: readonly string[]
  /** Of the package's own code, minified. */
  readonly gzipBytes: number
}

/** Bundles one entry alone, with everything it exports; all other packages stay outside. */
export async function measureEntry(specifier: string, consumer: string): Promise<MeasuredEntry> {
  if (specifier.endsWith('.css'))
    return await measureStyles(createRequire(join(consumer, 'index.js')).resolve(specifier))
  const entry = '\0entry'
  const own = specifier.split('/').slice(0, 2).join('/')
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    // 'use client' is for the user's bundler, not for this measurement.
    checks: { moduleLevelDirective: false },
    external: (id) => isBare(id) && id !== own && !id.startsWith(`${own}/`),
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? { id: entry } : null),
        load: (id) => (id === entry ? `export * from '${specifier}'` : null),
      },
      {
        name: 'from-the-consumer',
        resolveId(id, importer) {
          return importer === entry && isBare(id)
            ? this.resolve(id, join(consumer, 'index.js'), { skipSelf: true })
            : null
        },
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true })
  await bundle.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  const inside = new Set(chunks.map((chunk) => chunk.fileName))
  const asked = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]).filter((id) => !inside.has(id))
  return {
    externals: [...new Set(asked)].toSorted(),
    gzipBytes: chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0),
  }
}

async function measureStyles(file: string): Promise<MeasuredEntry> {
  const css = await readFile(file, 'utf8')
  const asked = [
    ...css.matchAll(/@import\s+(?:url\()?["']?([^"')\s;]+)/g),
    ...css.matchAll(/url\(["']?((?!data:|#)[^"')]+)/g),
  ]
  return { externals: asked.map(([, address]) => address ?? ''), gzipBytes: gzipSync(css, { level: 9 }).length }
}

function isBare(id: string): boolean {
  return /^[@a-z]/i.test(id)
}
