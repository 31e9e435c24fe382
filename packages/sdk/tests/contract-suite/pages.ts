import { expect, test } from 'vitest'
import { makeGallery, mediaOf, save, upload } from './acts.ts'
import type { Stage } from './stage.ts'

export function testPages(on: () => Stage): void {
  test('lists the media of an object in the order of their attachment, page by page', async () => {
    const { editor, anyone } = on()
    const params = { contentType: 'cities.city', objectId: crypto.randomUUID() }
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) ids.push((await upload(editor, { attachTo: params })).media.id)
    const read = (query: Record<string, string>) => anyone.ask('getMediaForObject', { params, query })
    const listed = await collect(({ cursor }) => read({ limit: '2', ...cursor }))
    expect(listed).toEqual(ids)
    const own = await editor.ask('listMedia', { query: params })
    expect(own.items.map(({ id }) => id)).toEqual(ids)
  })

  test('lists your media newest first, each once', async () => {
    const { other } = on()
    const first = (await upload(other)).media.id
    const second = (await upload(other)).media.id
    const listed = await collect(({ cursor }) => other.ask('listMedia', { query: { limit: '1', ...cursor } }))
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.indexOf(second)).toBeLessThan(listed.indexOf(first))
    expect(listed).toContain(first)
  })

  test('lists your galleries with their cover and number of items', async () => {
    const { other, editor } = on()
    const theirs = await makeGallery(editor, { pictures: 0, published: true })
    const mine = await makeGallery(other, { pictures: 2 })
    const listed = await collect(({ cursor }) => other.ask('listGalleries', { query: { limit: '1', ...cursor } }))
    expect(listed).toContain(mine.id)
    expect(listed).not.toContain(theirs.id)
    const { items } = await other.ask('listGalleries')
    const summary = items.find(({ id }) => id === mine.id)
    expect(summary).toMatchObject({ itemCount: 2, version: mine.version, cover: { id: expect.any(String) } })
  })

  test('lists your galleries last changed first', async () => {
    const { other } = on()
    const older = await makeGallery(other, { pictures: 0 })
    const newer = await makeGallery(other, { pictures: 0 })
    await save(other, older, { title: 'Changed last' })
    const listed = await collect(({ cursor }) => other.ask('listGalleries', { query: { limit: '1', ...cursor } }))
    expect(listed.slice(0, 2)).toEqual([older.id, newer.id])
  })

  test('shows the cover of a gallery in lists, else its first picture of its own', async () => {
    const { other } = on()
    const gallery = await makeGallery(other)
    const [first, second] = mediaOf(gallery)
    const items = [{ url: 'https://elsewhere.example/a.jpg' }, { mediaId: first?.id }, { mediaId: second?.id }]
    const { gallery: plain } = await save(other, gallery, { items })
    const coverNow = async () => (await other.ask('listGalleries')).items.find(({ id }) => id === gallery.id)?.cover
    expect(await coverNow()).toEqual(first)
    const covered = items.map((item, index) => ({ ...item, isCover: index === 2 }))
    const { gallery: withCover } = await save(other, plain, { items: covered })
    expect(await coverNow()).toEqual(second)
    await save(other, withCover, { items: covered.slice(0, 1) })
    expect(await coverNow()).toBeNull()
  })

  test.for([
    ['a limit of none', { limit: '0' }],
    ['a limit above the bound', { limit: '101' }],
    ['a field that is unknown', { page: '2' }],
    ['half an object', { contentType: 'cities.city' }],
  ] as const)('refuses a list with %s', async ([, query]) => {
    await on().editor.isRefused('VALIDATION_FAILED', 'listMedia', { query })
  })
}

interface IdPage {
  readonly items: readonly { readonly id: string }[]
  readonly nextCursor: string | null
}

/** The ids of all pages, following the cursors. */
async function collect(
  read: (page: { cursor: Record<string, string> }) => Promise<IdPage>,
  cursor: Record<string, string> = {},
): Promise<string[]> {
  const { items, nextCursor } = await read({ cursor })
  const ids = items.map(({ id }) => id)
  return nextCursor === null ? ids : [...ids, ...(await collect(read, { cursor: nextCursor }))]
}
