/// <reference types="node" />
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const documents = ['README.md', 'packages/sdk/README.md', 'packages/ui/README.md']

/** What a reader of the READMEs has installed, and where the workspace has it. */
const installed = {
  '@gallerist/sdk': 'packages/sdk',
  '@gallerist/ui': 'packages/ui',
  '@tanstack/react-query': 'packages/ui/node_modules/@tanstack/react-query',
  '@types/react': 'packages/ui/node_modules/@types/react',
  msw: 'packages/ui/node_modules/msw',
  react: 'packages/ui/node_modules/react',
  'react-dom': 'packages/ui/node_modules/react-dom',
  '@types/react-dom': 'packages/ui/node_modules/@types/react-dom',
  vite: 'packages/ui/node_modules/vite',
  zod: 'packages/ui/node_modules/zod',
}

const compilerOptions = {
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: ['vite/client'],
  composite: false,
  emitDeclarationOnly: false,
  declaration: false,
  declarationMap: false,
  noEmit: true,
}

test('every TypeScript snippet of the READMEs compiles against the packages as they are', async () => {
  const folder = await createProject()
  const files = (await Promise.all(documents.map((document) => writeSnippets(document, folder)))).flat()
  expect(files.length).toBeGreaterThanOrEqual(documents.length)
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files }),
  )
  expect(await compile(folder)).toBe('')
})

async function createProject(): Promise<string> {
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'readme-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, place] of Object.entries(installed)) {
    const link = join(folder, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(await realpath(join(root, place)), link, 'junction')
  }
  return folder
}

async function writeSnippets(document: string, folder: string): Promise<string[]> {
  const text = await readFile(join(root, document), 'utf8')
  const blocks = [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)]
  return await Promise.all(
    blocks.map(async ([, extension = '', source = ''], index) => {
      const file = `${document.replaceAll(/\W/g, '-')}-${index + 1}.${extension}`
      await writeFile(join(folder, file), source)
      return file
    }),
  )
}

/** What the compiler complains about; empty where it does not. */
async function compile(folder: string): Promise<string> {
  const run = promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder])
  return await run.then(
    ({ stdout }) => stdout,
    (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)),
  )
}
