import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown, type RolldownOptions } from 'rolldown'

// What a user's bundler does with the stylesheet is not our subject; the page links it.
const styles = {
  name: 'styles-are-linked',
  load: (id: string) => (id.endsWith('.css') ? { code: '', moduleType: 'js' as const } : null),
}

async function write(file: string, options: RolldownOptions): Promise<void> {
  const bundle = await rolldown({
    ...options,
    plugins: [styles],
    checks: { moduleLevelDirective: false },
    transform: { jsx: 'react-jsx', define: { 'process.env.NODE_ENV': '"development"' } },
  })
  await bundle.write({ file, codeSplitting: false })
  await bundle.close()
}

/** Bundles the quick start for a page with everything in it, and for Node with all packages outside. */
export async function bundleQuickStart(consumer: string, pages: string): Promise<void> {
  await mkdir(pages, { recursive: true })
  await write(join(pages, 'page.js'), { input: join(consumer, 'hydrate.jsx'), platform: 'browser' })
  await write(join(consumer, 'render-to-string.mjs'), {
    input: join(consumer, 'render-to-string.jsx'),
    platform: 'node',
    external: (id) => /^[@a-z]/i.test(id) && !id.endsWith('.css'),
  })
}
