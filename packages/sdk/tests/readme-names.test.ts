/// <reference types="node" />
import { access, glob, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Short forms that ARCHITECTURE.md introduces. */
const sourceFolders: Readonly<Record<string, string>> = {
  sdk: 'packages/sdk/src',
  ui: 'packages/ui/src',
  server: 'apps/demo-server/src',
  'dev-s3': 'apps/dev-s3/src',
}

let documents: Map<string, string>

beforeAll(async () => {
  const names = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'packages/sdk/README.md', 'packages/ui/README.md']
  const decisions = (await readdir(join(root, 'docs/decisions'))).map((name) => `docs/decisions/${name}`)
  const texts = [...names, ...decisions].map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)
  documents = new Map(await Promise.all(texts))
})

/** Everything in the documents that the pattern's first group finds, with the document before it. */
function find(pattern: RegExp): { document: string; found: string[] }[] {
  return [...documents].flatMap(([document, text]) =>
    [...text.matchAll(pattern)].map((match) => ({ document, found: match.slice(1).map(String) })),
  )
}

async function exists(path: string): Promise<boolean> {
  return await access(join(root, path)).then(
    () => true,
    () => false,
  )
}

test('every file and folder that the documents name is there', async () => {
  const named = find(/`((?:packages|apps|scripts|docs|sdk|ui|server|dev-s3)\/[\w./-]*)`/g)
  const missing = await Promise.all(
    named.map(async ({ document, found: [name = ''] }) => {
      const [first = '', ...rest] = name.split('/')
      const path = [sourceFolders[first] ?? first, ...rest].join('/')
      return (await exists(path)) ? [] : [`${document}: ${name}`]
    }),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(missing.flat()).toEqual([])
})

test('every link between the documents leads somewhere', async () => {
  const links = find(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)
  const missing = await Promise.all(
    links.map(async ({ document, found: [path = '', anchor = 'undefined'] }) => {
      const target = path === '' ? document : join(dirname(document), path)
      if (!(await exists(target))) return [`${document}: ${path}`]
      return anchor === 'undefined' || headings(target).includes(anchor) ? [] : [`${document}: ${path}#${anchor}`]
    }),
  )
  expect(missing.flat()).toEqual([])
})

/** The anchors of a document, as GitHub makes them. */
function headings(document: string): string[] {
  const titles = (documents.get(document) ?? '').matchAll(/^#+ (.+)$/gm)
  return [...titles].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
}

test('every test that the documents name is there, under its title', async () => {
  const named = find(/`([\w-]+\.test\.tsx?)` "([^"]+)"/g)
  const missing = await Promise.all(
    named.map(async ({ document, found: [file = '', wrapped = ''] }) => {
      const title = wrapped.replaceAll(/\s+/g, ' ')
      return (await readTests(file)).includes(`'${title}'`) ? [] : [`${document}: ${file} "${title}"`]
    }),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(missing.flat()).toEqual([])
})

async function readTests(file: string): Promise<string> {
  const texts: string[] = []
  for await (const path of glob(`{packages,apps}/*/{src,tests}/**/${file}`, { cwd: root }))
    texts.push(await readFile(join(root, path), 'utf8'))
  return texts.join('\n')
}

test('every script that the documents name is in package.json', async () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  )
  const named = find(/(?:npm|pnpm) run ([\w:-]+)/g).map(({ found: [name = ''] }) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
