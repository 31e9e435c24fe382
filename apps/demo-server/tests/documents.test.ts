import {
  contentTypeNames,
  contentTypeNameSchema,
  contentTypeOf,
  toChangesSchema,
  toFieldsSchema,
  type AnyDocument,
  type CompletedUpload,
  type ContentTypeName,
  type SavedDocument,
} from '@gallerist/sdk/contract'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { deleteDocument, planDocumentDeletion } from '../src/domain/delete-document.ts'
import { deleteMedia } from '../src/domain/delete-media.ts'
import { readDocument } from '../src/domain/read-document.ts'
import { readReceipt } from '../src/domain/receipts.ts'
import { createDocument, planDocumentSave, saveDocument } from '../src/domain/save-document.ts'
import { undoDeletion } from '../src/domain/undo-deletion.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { ada, ben, keysOf, root, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

/** Needs a store that can be told to fail. */
const onOurStore = test.skipIf(isRealStore)

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle()
})
afterEach(async () => {
  app.store.heal()
  await app.changeSettings({})
})
afterAll(() => app.stop())

type Fields = Record<string, unknown>

const entry = ({ media }: CompletedUpload) => ({ mediaId: media.id })
const keysIn = (uploads: CompletedUpload[]) => uploads.flatMap(({ media }) => keysOf(media)).toSorted()

/** Fields with values where the paths say. */
function at(values: Readonly<Record<string, unknown>>): Fields {
  const fields: Fields = {}
  for (const [path, value] of Object.entries(values)) {
    const [head = '', last] = path.split('.')
    fields[head] = last === undefined ? value : { ...Object(fields[head]), [last]: value }
  }
  return fields
}

function create(contentType: ContentTypeName, fields: Fields, user = ada): Promise<SavedDocument> {
  const body = { fields: { title: 'First', ...fields } }
  return createDocument(app.deps.database, { user, contentType, body, idempotencyKey: null }, app.deps.rules)
}

const requestOf = ({ id, contentType, version }: AnyDocument, fields: Fields = {}) => ({
  user: ada,
  contentType: contentTypeNameSchema.parse(contentType),
  documentId: id,
  baseVersion: version,
  body: { fields },
  idempotencyKey: null,
})

const save = (document: AnyDocument, fields: Fields, user = ada) =>
  saveDocument(app.deps.database, { ...requestOf(document, fields), user }, app.deps.rules)
const remove = (document: AnyDocument) => deleteDocument(app.deps.database, requestOf(document), app.deps.rules)

/** A document with one picture in each field of one, and three in each field of many. */
async function start(contentType: ContentTypeName) {
  const pictures = new Map<string, CompletedUpload[]>()
  for (const { path, holds } of contentTypeOf(contentType).files) {
    const names = holds === 'one' ? ['a'] : ['a', 'b', 'c']
    pictures.set(path, await Promise.all(names.map((name) => app.upload(`${path} ${name}`))))
  }
  const entries = contentTypeOf(contentType).files.map(({ path, holds }) => {
    const list = (pictures.get(path) ?? []).map(entry)
    return [path, holds === 'one' ? list[0] : list]
  })
  const { document } = await create(contentType, at(Object.fromEntries(entries)))
  await app.sweep()
  return { document, pictures, all: [...pictures.values()].flat(), keys: await app.listKeys() }
}

async function goneSince(before: string[]): Promise<string[]> {
  await app.sweep()
  const after = new Set(await app.listKeys())
  return before.filter((key) => !after.has(key)).toSorted()
}

const everyField = contentTypeNames.flatMap((name) =>
  contentTypeOf(name).files.map(({ path, holds }) => [`${name} ${path}`, { name, path, holds }] as const),
)

test.for(contentTypeNames)('%s: deletes every picture with the document, and nothing before', async (name) => {
  const { document, all, keys } = await start(name)
  expect(toFieldsSchema(name).parse(document.fields)).toEqual(document.fields)
  expect(await goneSince(keys)).toEqual([])
  const plan = await planDocumentDeletion(app.deps.database, requestOf(document), app.deps.rules)
  expect(plan).toMatchObject({ contentType: name, documentId: document.id, deleteCount: all.length, keepCount: 0 })
  expect(await goneSince(keys)).toEqual([])
  const receipt = await remove(document)
  expect(receipt).toMatchObject({ action: 'document-deleted', document: { contentType: name, id: document.id } })
  expect(await goneSince(keys)).toEqual(keysIn(all))
  const files = (await readReceipt(app.deps.database, receipt.id, ada)).files
  expect(files.map((file) => file.outcome)).toEqual(all.map(() => 'deleted'))
  await expect(remove(document)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
})

test.for(contentTypeNames)('%s: is created and deleted without a picture', async (name) => {
  const { document } = await create(name, {})
  const keys = await app.listKeys()
  expect((await remove(document)).files).toEqual([])
  expect(await goneSince(keys)).toEqual([])
})

test.for(contentTypeNames)('%s: a save that changes nothing keeps version and pictures', async (name) => {
  const { document, keys } = await start(name)
  const saved = await save(document, { title: 'First' })
  expect(saved.document).toEqual(document)
  expect(saved.receipt.files).toEqual([])
  expect(await goneSince(keys)).toEqual([])
})

test.for(everyField)('%s: exactly what a save drops is deleted, the rest stays', async ([, { name, path, holds }]) => {
  const { document, pictures, keys } = await start(name)
  const [first, ...rest] = pictures.get(path) ?? []
  if (first === undefined) throw new Error('nothing to drop')
  const wanted = at({ [path]: holds === 'one' ? null : rest.toReversed().map(entry) })
  const plan = await planDocumentSave(app.deps.database, requestOf(document, wanted), app.deps.rules)
  expect(plan.files).toMatchObject([{ mediaId: first.media.id, verdict: 'delete', reason: 'removed' }])
  const saved = await save(document, wanted)
  expect(saved.document.version).toBe(document.version + 1)
  expect(saved.receipt.files.map((file) => file.mediaId)).toEqual(plan.files.map((file) => file.mediaId))
  expect(await goneSince(keys)).toEqual(keysOf(first.media))
  const emptied = await save(saved.document, at({ [path]: holds === 'one' ? null : [] }))
  expect(await goneSince(keys)).toEqual(keysIn([first, ...rest]))
  expect(toFieldsSchema(name).parse(emptied.document.fields)).toEqual(emptied.document.fields)
})

test.for(everyField)('%s: takes other bytes for the same picture', async ([, { name, path, holds }]) => {
  const { document, pictures, keys } = await start(name)
  const [first, ...rest] = pictures.get(path) ?? []
  if (first === undefined) throw new Error('nothing to replace')
  const other = await app.upload('other bytes')
  const replacing = { ...entry(first), replaceWith: other.uploadId }
  const saved = await save(document, at({ [path]: holds === 'one' ? replacing : [replacing, ...rest.map(entry)] }))
  expect(saved.receipt.files).toMatchObject([{ mediaId: first.media.id, reason: 'replaced', outcome: 'scheduled' }])
  expect(await goneSince(keys)).toEqual(keysOf(first.media))
})

test.for(everyField)('%s: every picture is a reference row, and never part of the data', async ([, { name, path }]) => {
  const { document, pictures } = await start(name)
  const held = await app.deps.database.query<{ mediaId: string }>(
    `select r.media_id as "mediaId" from media_refs r join gallery_items i on i.id = r.gallery_item_id
       where i.document_id = $1 and i.field = $2 order by i.rank`,
    [document.id, path],
  )
  expect(held.map((row) => row.mediaId)).toEqual((pictures.get(path) ?? []).map(({ media }) => media.id))
  const [row] = await app.deps.database.query<{ data: string }>(
    'select data::text as data from documents where id = $1',
    [document.id],
  )
  expect(held.filter(({ mediaId }) => row?.data.includes(mediaId))).toEqual([])
  const declared = path.split('.').reduce<unknown>((shape, step) => Object(shape)[step], contentTypeOf(name).data.shape)
  expect(declared).toBeUndefined()
  expect(toChangesSchema(name).safeParse(at({ [path]: 7 })).success).toBe(false)
})

test('takes strings and {url} for the same pictures, and keeps foreign URLs in their place', async () => {
  const { document, pictures, keys } = await start('articles')
  const [a, b, c] = pictures.get('imageGallery') ?? []
  const foreign = 'https://elsewhere.example/x.jpg'
  const imageGallery = [foreign, c?.media.urls.original, { url: a?.media.urls.thumbnails[0]?.url }]
  const saved = await save(document, { imageGallery })
  expect(saved.document.fields).toMatchObject({
    imageGallery: [
      { kind: 'external', url: foreign },
      { kind: 'media', media: { id: c?.media.id } },
      { kind: 'media', media: { id: a?.media.id } },
    ],
  })
  expect(await goneSince(keys)).toEqual(keysIn(b ? [b] : []))
  expect((await save(saved.document, { imageGallery: imageGallery.slice(1) })).receipt.files).toEqual([])
})

test('a patch with images and a schema image: one removed, then deleted', async () => {
  const [one, two, logo] = [await app.upload('one'), await app.upload('two'), await app.upload('logo')]
  const { document } = await create('patches', {
    images: [entry(one), entry(two)],
    schema: { name: 'Layout', imageUrl: logo.media.urls.original },
  })
  const keys = await app.listKeys()
  const saved = await save(document, { images: [entry(two)], schema: { description: 'wide' } })
  expect(await goneSince(keys)).toEqual(keysOf(one.media))
  expect(saved.document.fields).toMatchObject({
    schema: { name: 'Layout', description: 'wide', imageUrl: { kind: 'media', media: { id: logo.media.id } } },
  })
  await remove(saved.document)
  expect(await goneSince(keys)).toEqual(keysIn([one, two, logo]))
})

test('a picture that moves to another field of the document is no removal', async () => {
  const { document, pictures, keys } = await start('articles')
  const [main] = pictures.get('image') ?? []
  const moved = await save(document, { image: null, imageGallery: (main ? [main] : []).map(entry) })
  expect(moved.receipt.files.map((file) => file.mediaId)).not.toContain(main?.media.id)
  expect(await goneSince(keys)).toEqual(keysIn(pictures.get('imageGallery') ?? []))
})

test('keeps what another holder uses, and says who', async () => {
  const shared = await app.upload('shared')
  const { document: release } = await create('ott-releases', { image: entry(shared) })
  const { document: article } = await create('articles', { title: 'Review', image: entry(shared) })
  const { gallery } = await app.save(await app.gallery('Stills'), [entry(shared)])
  const keys = await app.listKeys()
  const plan = await planDocumentDeletion(app.deps.database, requestOf(release), app.deps.rules)
  expect(plan.files).toMatchObject([
    {
      verdict: 'keep',
      usedBy: [
        { kind: 'document', id: `articles/${article.id}`, title: 'Review' },
        { kind: 'gallery', id: gallery.id, title: 'Stills' },
      ],
    },
  ])
  expect((await remove(release)).files).toMatchObject([{ outcome: 'kept' }])
  await app.save(gallery, [])
  expect(await goneSince(keys)).toEqual([])
  await save(article, { image: null })
  expect(await goneSince(keys)).toEqual(keysOf(shared.media))
})

test('a media that a document shows is deleted with detach only, and its undo puts it back', async () => {
  await app.changeSettings({ graceMs: 600_000 })
  const { document, pictures } = await start('modules')
  const [first] = pictures.get('images') ?? []
  if (first === undefined) throw new Error('no picture')
  const request = { user: ada, mediaId: first.media.id, idempotencyKey: null }
  await expect(deleteMedia(app.deps.database, { ...request, detach: false })).rejects.toMatchObject({
    code: 'MEDIA_IN_USE',
    details: { usedBy: [{ kind: 'document', id: `modules/${document.id}` }] },
  })
  const receipt = await deleteMedia(app.deps.database, { ...request, detach: true })
  await undoDeletion(app.deps.database, { user: ada, deletionId: receipt.id, idempotencyKey: null }, app.deps.rules)
  const now = await readDocument(app.deps.database, requestOf(document), app.deps.rules)
  expect(now).toMatchObject({ version: document.version + 2, fields: document.fields })
})

test('undo brings a save back as it was, and a deleted document under its id', async () => {
  await app.changeSettings({ graceMs: 600_000 })
  const { document } = await start('patches')
  const saved = await save(document, { title: 'Second', images: [], schema: { imageUrl: null } })
  const undo = (deletionId: SavedDocument['receipt']['id']) =>
    undoDeletion(app.deps.database, { user: ada, deletionId, idempotencyKey: null }, app.deps.rules)
  const undone = await undo(saved.receipt.id)
  expect(undone.document).toMatchObject({ version: document.version + 2, fields: document.fields })
  expect(undone.receipt).toMatchObject({ action: 'undone', document: { id: document.id } })
  const receipt = await remove(undone.document ?? document)
  const back = await undo(receipt.id)
  expect(back.document).toMatchObject({ id: document.id, version: document.version + 3, fields: document.fields })
  await expect(undo(receipt.id)).rejects.toMatchObject({ details: { reason: 'already-undone' } })
})

test('refuses a stale save with the current document, and answers a retry with its own answer', async () => {
  const { document, keys } = await start('articles')
  const request = { ...requestOf(document, { title: 'Second' }), idempotencyKey: 'doc-1' }
  const first = await saveDocument(app.deps.database, request, app.deps.rules)
  expect(await saveDocument(app.deps.database, request, app.deps.rules)).toEqual(first)
  await expect(save(document, { image: null })).rejects.toMatchObject({
    code: 'DOCUMENT_CHANGED',
    details: { document: { version: document.version + 1 } },
  })
  expect(await goneSince(keys)).toEqual([])
})

test('refuses fields that the declaration does not know, and pictures of others', async () => {
  const { document } = await start('articles')
  await expect(save(document, { image: null, headline: 'x' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  await expect(create('modules', { title: '' })).rejects.toMatchObject({
    details: { issues: [{ path: 'body.fields.title' }] },
  })
  const foreign = await app.upload('foreign', { staged: true }, ben)
  await expect(save(document, { image: entry(foreign) })).rejects.toMatchObject({ code: 'MEDIA_UNKNOWN' })
  const imageGallery = [entry(foreign), entry(foreign)]
  await expect(save(document, { imageGallery }, root)).rejects.toMatchObject({ code: 'DUPLICATE_ITEM' })
})

test('is nobody else’s: 404 for another user, under another content type, and never told by its id', async () => {
  const shared = await app.upload('told')
  const { document } = await create('articles', { image: entry(shared) })
  const asBen = { ...requestOf(document), user: ben }
  const notFound = { code: 'DOCUMENT_NOT_FOUND' }
  await expect(readDocument(app.deps.database, asBen, app.deps.rules)).rejects.toMatchObject(notFound)
  await expect(saveDocument(app.deps.database, asBen, app.deps.rules)).rejects.toMatchObject(notFound)
  await expect(deleteDocument(app.deps.database, asBen, app.deps.rules)).rejects.toMatchObject(notFound)
  const elsewhere = { ...requestOf(document), contentType: 'modules' } as const
  await expect(readDocument(app.deps.database, elsewhere, app.deps.rules)).rejects.toMatchObject(notFound)
  expect((await readDocument(app.deps.database, { ...asBen, user: root }, app.deps.rules)).id).toBe(document.id)
})

test('saves while storage is off, and holds what they drop', async () => {
  const { document, all, keys } = await start('theater-releases')
  await app.changeSettings({ storageOn: false })
  const saved = await save(document, { image: null, banner: null })
  expect(saved.receipt.files.map((file) => file.outcome)).toEqual(all.map(() => 'held'))
  await app.changeSettings({})
  expect(await goneSince(keys)).toEqual([])
})

onOurStore('deletes a document while storage fails, and its files after recovery', async () => {
  const { document, all } = await start('theater-releases')
  app.store.spoil(({ operation }) => (operation === 'DeleteObjects' ? { status: 503, code: 'SlowDown' } : 'pass'))
  const receipt = await remove(document)
  await app.sweep()
  const failing = await readReceipt(app.deps.database, receipt.id, ada)
  expect(failing.files.map((file) => file.outcome)).toEqual(all.map(() => 'failing'))
  app.store.heal()
  await app.passTime()
  expect(await goneSince(keysIn(all))).toEqual(keysIn(all))
})

test('files that are gone already are deleted all the same', async () => {
  const { document, all, keys } = await start('ott-releases')
  const results = await app.deps.storage.deleteMany(keysIn(all))
  expect(results.size).toBe(keysIn(all).length)
  const receipt = await remove(document)
  expect(await goneSince(keys)).toEqual(keysIn(all))
  expect((await readReceipt(app.deps.database, receipt.id, ada)).files).toMatchObject([{ outcome: 'deleted' }])
})

test('plain SQL that deletes a document condemns its pictures', async () => {
  const { document, all, keys } = await start('modules')
  await app.deps.database.query('delete from documents where id = $1', [document.id])
  expect(await goneSince(keys)).toEqual(keysIn(all))
})
