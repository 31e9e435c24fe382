import { expect, test } from 'vitest'
import { createGalleristClient } from '../../src/client/create-client.ts'
import { contentTypeNames, contentTypeOf, type ContentTypeName } from '../../src/contract/index.ts'
import { outcomesOf, stagePicture } from './acts.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

type Fields = Record<string, unknown>

/** Fields with a value where the path says. */
function at(path: string, value: unknown): Fields {
  const [head = '', last] = path.split('.')
  return { [head]: last === undefined ? value : { [last]: value } }
}

const create = (person: Person, contentType: ContentTypeName, fields: Fields = {}) =>
  person.ask('createDocument', { params: { contentType }, body: { fields: { title: 'First', ...fields } } })

const everyField = contentTypeNames.flatMap((contentType) =>
  contentTypeOf(contentType).files.map((field) => [`${contentType} ${field.path}`, { contentType, ...field }] as const),
)

export function testDocuments(on: () => Stage): void {
  test.for(everyField)('drops a picture of %s on save, by plan and receipt, and takes it back', async ([, field]) => {
    const { editor } = on()
    const { contentType, path, holds } = field
    const { media } = await stagePicture(editor)
    const entry = { mediaId: media.id }
    const { document } = await create(editor, contentType, at(path, holds === 'one' ? entry : [entry]))
    const params = { contentType, documentId: document.id }
    const asked = { params, version: document.version, body: { fields: at(path, holds === 'one' ? null : []) } }
    const plan = await editor.ask('planDocumentSave', asked)
    expect(plan).toMatchObject({ ...params, documentVersion: 1, deleteCount: 1 })
    expect(await editor.ask('getDocument', { params })).toEqual(document)
    const saved = await editor.ask('saveDocument', asked)
    expect(saved.document.version).toBe(2)
    expect(saved.receipt).toMatchObject({ action: 'document-saved', document: { id: document.id, version: 2 } })
    expect(saved.receipt.files.map((file) => file.mediaId)).toEqual([media.id])
    const undone = await editor.ask('undoDeletion', { params: { deletionId: saved.receipt.id } })
    expect(undone.document).toMatchObject({ version: 3, fields: document.fields })
  })

  test('keeps the version where nothing changes, and merges what a save names', async () => {
    const { editor } = on()
    const { document } = await create(editor, 'patches', { schema: { name: 'Layout' } })
    const params = { contentType: 'patches', documentId: document.id }
    const same = await editor.ask('saveDocument', { params, version: 1, body: { fields: { title: ' First ' } } })
    expect(same.document).toEqual(document)
    const body = { fields: { schema: { description: 'wide', imageUrl: 'https://elsewhere.example/x.jpg' } } }
    const saved = await editor.ask('saveDocument', { params, version: 1, body })
    expect(saved.document.fields).toEqual({
      title: 'First',
      images: [],
      schema: {
        name: 'Layout',
        description: 'wide',
        imageUrl: { kind: 'external', url: 'https://elsewhere.example/x.jpg' },
      },
    })
  })

  test('deletes a document with its pictures, keeps what another uses, and brings it back', async () => {
    const { editor } = on()
    const [own, shared] = await Promise.all([stagePicture(editor), stagePicture(editor)])
    const images = [own, shared].map(({ media }) => ({ mediaId: media.id }))
    const { document } = await create(editor, 'modules', { images })
    const other = await create(editor, 'articles', { title: 'Review', image: images[1] })
    const params = { contentType: 'modules', documentId: document.id }
    const plan = await editor.ask('planDocumentDeletion', { params })
    const usedBy = [{ kind: 'document', id: `articles/${other.document.id}`, title: 'Review' }]
    expect(plan).toMatchObject({ deleteCount: 1, keepCount: 1 })
    expect(plan.files.find((file) => file.verdict === 'keep')?.usedBy).toEqual(usedBy)
    const receipt = await editor.ask('deleteDocument', { params })
    expect(outcomesOf(receipt).toSorted()).toEqual(['kept', 'scheduled'])
    await editor.isRefused('DOCUMENT_NOT_FOUND', 'deleteDocument', { params })
    await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(await editor.ask('getDocument', { params })).toMatchObject({ version: 2, fields: document.fields })
  })

  test('refuses to delete a media that a document shows', async () => {
    const { editor } = on()
    const { media } = await stagePicture(editor)
    const { document } = await create(editor, 'ott-releases', { image: { mediaId: media.id } })
    const asked = { params: { mediaId: media.id } }
    const { usedBy } = await editor.isRefusedWith('MEDIA_IN_USE', 'deleteMedia', asked)
    expect(usedBy).toMatchObject([{ kind: 'document', id: `ott-releases/${document.id}` }])
    await editor.ask('deleteMedia', { ...asked, query: { detach: 'true' } })
    const params = { contentType: 'ott-releases', documentId: document.id }
    expect(await editor.ask('getDocument', { params })).toMatchObject({ version: 2, fields: { image: null } })
  })

  test('refuses a stale save of a document with the current one, and one that names no version', async () => {
    const { editor } = on()
    const { document } = await create(editor, 'articles')
    const params = { contentType: 'articles', documentId: document.id }
    const body = { fields: { title: 'Second' } }
    const saved = await editor.ask('saveDocument', { params, version: 1, body })
    const details = await editor.isRefusedWith('DOCUMENT_CHANGED', 'saveDocument', { params, version: 1, body })
    expect(details.document).toEqual(saved.document)
    await editor.isRefused('PRECONDITION_REQUIRED', 'saveDocument', { params, body })
  })

  test('refuses fields that a content type does not declare, and an unknown content type', async () => {
    const { editor } = on()
    const params = { contentType: 'articles' }
    const body = { fields: { title: 'First', headline: 'x' } }
    await editor.isRefused('VALIDATION_FAILED', 'createDocument', { params, body })
    await editor.isRefused('VALIDATION_FAILED', 'createDocument', { params, body: { fields: {} } })
    await editor.isRefused('VALIDATION_FAILED', 'listDocuments', { params: { contentType: 'books' } })
  })

  test('lists documents of one type, last changed first, and knows none of somebody else', async () => {
    const { editor, other } = on()
    const first = await create(editor, 'theater-releases')
    const second = await create(editor, 'theater-releases')
    const params = { contentType: 'theater-releases' }
    const { items } = await editor.ask('listDocuments', { params })
    expect(items.map(({ id }) => id).slice(0, 2)).toEqual([second.document.id, first.document.id])
    expect((await other.ask('listDocuments', { params })).items).toEqual([])
    const asked = { params: { ...params, documentId: first.document.id } }
    await other.isRefused('DOCUMENT_NOT_FOUND', 'getDocument', asked)
    await other.isRefused('DOCUMENT_NOT_FOUND', 'deleteDocument', asked)
  })

  test('refuses a save of a document whose plan is not what was shown', async () => {
    const { editor } = on()
    const { media } = await stagePicture(editor)
    const image = { mediaId: media.id }
    const { document } = await create(editor, 'articles', { image })
    const params = { contentType: 'articles', documentId: document.id }
    const fields = { image: null }
    const shown = await editor.ask('planDocumentSave', { params, version: 1, body: { fields } })
    const other = await create(editor, 'modules', { images: [image] })
    const body = { fields, ifPlan: shown.hash }
    const { plan } = await editor.isRefusedWith('PLAN_STALE', 'saveDocument', { params, version: 1, body })
    expect(plan).toMatchObject({ deleteCount: 0, keepCount: 1 })
    expect(plan.files[0]?.usedBy).toMatchObject([{ id: `modules/${other.document.id}` }])
    expect(await editor.ask('getDocument', { params })).toEqual(document)
    const again = { fields, ifPlan: plan.hash }
    const saved = await editor.ask('saveDocument', { params, version: 1, body: again })
    expect(outcomesOf(saved.receipt)).toEqual(['kept'])
  })

  test('the client knows the fields of each content type', async () => {
    const { editor, backend } = on()
    const client = createGalleristClient({ baseUrl: backend.baseUrl, auth: () => backend.tokenFor(editor.id) })
    const { media } = await stagePicture(editor)
    const articles = client.content('articles')
    const created = await articles.create({ fields: { title: 'Review', image: { mediaId: media.id } } })
    const { image } = created.document.fields
    expect(image?.kind === 'media' && image.media.id).toBe(media.id)
    const { id, version } = created.document
    const plan = await articles.planSave(id, { baseVersion: version, fields: { image: null } })
    expect(plan.deleteCount).toBe(1)
    const saved = await articles.save(id, { baseVersion: version, fields: { image: null } })
    expect(saved.document.fields.imageGallery).toEqual([])
    expect((await articles.get(id)).version).toBe(2)
    expect((await articles.list()).items.map((document) => document.id)).toContain(id)
    expect((await articles.planDelete(id)).files).toEqual([])
    expect((await articles.delete(id, { baseVersion: 2 })).action).toBe('document-deleted')
    const wrong = client.content('patches').create({ fields: { title: 'Patch', schema: { imageUrl: '' } } })
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
}
