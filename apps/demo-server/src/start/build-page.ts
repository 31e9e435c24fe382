import { existsSync } from 'node:fs'
import { join } from 'node:path'

const app = join(import.meta.dirname, '../..')

/** Builds the demo's page into a folder and names it; null where this checkout has no page. */
export async function buildPage(outDir: string): Promise<string | null> {
  if (!existsSync(join(app, 'web/index.html'))) return null
  const { build } = await import('vite')
  await build({ configFile: join(app, 'vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return outDir
}
