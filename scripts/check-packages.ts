// What a consumer would install: builds and packs the packages, lints the tarballs, measures each entry alone, and uses
// them in Node and, with React 18.3 and 19, in Chromium.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleQuickStart } from './check-packages/bundle-quick-start.ts'
import { checkEntries, listEntries } from './check-packages/check-entries.ts'
import { checkInChromium } from './check-packages/check-in-chromium.ts'
import { type Consumer, createConsumer } from './check-packages/create-consumer.ts'
import { findNodes } from './check-packages/find-nodes.ts'
import { packPackage } from './check-packages/pack-package.ts'
import { type ServedBackend, serveFakeBackend } from './check-packages/serve-fake-backend.ts'
import { mustRun } from './run-command.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (path: string): string => join(root, path)

const sources = [at('packages/sdk'), at('packages/ui')]

/** Where each React of the peer range is installed, by the beginning of its version. */
const reactSources = {
  '19.': [at('packages/ui/node_modules'), at('packages/sdk/node_modules')],
  '18.3.': [at('scripts/check-packages/react-18/node_modules')],
}

const faults: string[] = []

/** Runs one check; its fault does not keep the next from running. */
async function check(title: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
    console.log(`ok  ${title}`)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    faults.push(title)
    console.log(`NOT ok  ${title}\n${message.replaceAll(/^/gm, '    ')}`)
  }
}

async function lintTarball(name: string, tarball: string): Promise<void> {
  await check(`${name}: publint --strict`, () => mustRun('publint', ['run', tarball, '--strict']))
  await check(`${name}: attw --profile esm-only`, () =>
    mustRun('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji']),
  )
}

async function checkInNode(consumer: Consumer, backend: ServedBackend): Promise<void> {
  const entries = consumer.manifests.flatMap(listEntries).filter((entry) => !entry.endsWith('.css'))
  for (const { path, version } of await findNodes())
    await check(`every entry loads and a gallery saves in Node ${version}, without a window`, () =>
      mustRun(path, ['save-in-node.mjs', backend.url, ...entries], { cwd: consumer.folder }),
    )
}

async function checkReact(react: string, consumer: Consumer, served: { pages: string; backendUrl: string }) {
  const title = `React ${react}x`
  const pages = join(served.pages, 'page', react)
  await check(`${title}: the quick start compiles against the declarations`, () =>
    mustRun('tsc', ['-p', consumer.folder]),
  )
  await check(`${title}: the quick start renders in Node, hydrates in Chromium and saves`, async () => {
    await bundleQuickStart(consumer.folder, pages)
    await cp(join(consumer.folder, 'node_modules/@gallerist/ui/dist/styles.css'), join(pages, 'styles.css'))
    await checkInChromium({ consumer: consumer.folder, pages, backendUrl: served.backendUrl, react })
  })
}

/** From nothing: a file that is built no more must not be packed. */
async function build(): Promise<void> {
  await Promise.all(sources.map((source) => rm(join(source, 'dist'), { recursive: true, force: true })))
  await mustRun('pnpm', ['-r', 'run', 'build'])
}

async function checkPackages(folder: string): Promise<void> {
  const tarballs = await Promise.all(sources.map((source) => packPackage(source, folder)))
  const lints = Promise.all(tarballs.map(({ name, tarball }) => lintTarball(name, tarball)))
  const pages = join(folder, 'pages')
  await mkdir(pages)
  const consumers = await Promise.all(
    Object.entries(reactSources).map(async ([react, modules]) => {
      const consumer = await createConsumer(folder, tarballs, modules)
      await cp(at('packages/ui/tests/quick-start.tsx'), join(consumer.folder, 'quick-start.tsx'))
      return { react, consumer }
    }),
  )
  const [first] = consumers
  if (first === undefined) throw new Error('There is no React to check with.')
  await check('each entry needs and weighs what it may', async () => {
    const wrong = await checkEntries(first.consumer)
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  })
  const backend = await serveFakeBackend(first.consumer.folder, pages)
  try {
    await checkInNode(first.consumer, backend)
    for (const { react, consumer } of consumers) await checkReact(react, consumer, { pages, backendUrl: backend.url })
  } finally {
    backend.stop()
  }
  await lints
}

const folder = await mkdtemp(join(tmpdir(), 'gallerist-pack-'))
try {
  await check('the packages build', build)
  if (faults.length === 0) await checkPackages(folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (faults.length > 0) {
  console.log(`${faults.length} package checks failed.`)
  process.exitCode = 1
}
