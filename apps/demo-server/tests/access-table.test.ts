import { randomUUID } from 'node:crypto'
import { endpoints, userSchema, type Endpoint, type EndpointId, type ErrorCode } from '@gallerist/sdk/contract'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePng } from '../../../packages/sdk/tests/contract-suite/pictures.ts'
import { sendRequest, type Asked } from '../../../packages/sdk/tests/contract-suite/send-request.ts'
import { detachMedia } from '../src/domain/detach-media.ts'
import { createGallery } from '../src/domain/manage-galleries.ts'
import { createDocument } from '../src/domain/save-document.ts'
import { saveGallery } from '../src/domain/save-gallery.ts'
import { uploadForm } from '../src/domain/upload-form.ts'
import { plainImages } from './fixture/plain-images.ts'
import { startServer } from './fixture/start-server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ graceMs: 600_000 })
})
afterAll(() => server.close())

const ada = userSchema.parse({ id: 'ada', name: 'Ada', role: 'editor' })
const idempotencyKey = null

/** One of everything, all of it Ada's. */
async function makeThings() {
  const { database, rules } = server.deps
  const object = { contentType: 'cities.city', objectId: randomUUID() }
  const upload = (purpose: object) =>
    uploadForm(
      { ...server.deps, images: plainImages },
      { user: ada, bytes: Buffer.from(randomUUID()), fileName: 'a.png', purpose, idempotencyKey },
    )
  const [pinned, staged] = [await upload({ attachTo: object }), await upload({ staged: true })]
  const created = await createGallery(database, { user: ada, body: { title: 'Summer' }, idempotencyKey }, rules)
  const body = { title: 'Autumn', items: [{ mediaId: pinned.media.id }] }
  const request = { user: ada, galleryId: created.id, baseVersion: created.version, body, idempotencyKey }
  const { gallery } = await saveGallery(database, request, rules)
  const fields = { title: 'Review', image: { mediaId: pinned.media.id } }
  const article = { user: ada, contentType: 'articles', body: { fields }, idempotencyKey } as const
  const { document } = await createDocument(database, article, rules)
  const elsewhere = { contentType: 'cities.city', objectId: randomUUID() }
  await upload({ attachTo: elsewhere })
  const receipt = await detachMedia(database, { user: ada, object: elsewhere, mediaId: undefined, idempotencyKey })
  return { object, media: pinned.media, staged, gallery, document, receipt }
}

type Things = Awaited<ReturnType<typeof makeThings>>

const inGallery = ({ gallery }: Things) => ({ params: { galleryId: gallery.id }, version: gallery.version })
const inDocument = ({ document }: Things) => ({
  params: { contentType: 'articles', documentId: document.id },
  version: document.version,
})
const ofMedia = ({ media }: Things) => ({ params: { mediaId: media.id } })
const ofObject = ({ object }: Things) => ({ params: object })
const ofUpload = ({ staged }: Things) => ({ params: { uploadId: staged.uploadId } })
const ofReceipt = ({ receipt }: Things) => ({ params: { deletionId: receipt.id } })
const ofType = { params: { contentType: 'articles' } }
const nothing = (): Asked => ({})

async function toForm(): Promise<FormData> {
  const { bytes, fileName, mime } = await makePng()
  const form = new FormData()
  form.append('file', new File([bytes], fileName, { type: mime }))
  return form
}

/** A request to every row that its owner may send; a new row does not compile without one. */
const requests: Readonly<Record<EndpointId, (things: Things) => Asked | Promise<Asked>>> = {
  getMe: nothing,
  createUpload: () => ({ body: { fileName: 'a.png', mime: 'image/png', sizeBytes: 3 } }),
  completeUpload: (things) => ({ ...ofUpload(things), body: { staged: true } }),
  renewUpload: ofUpload,
  uploadMediaForm: async () => ({ body: await toForm() }),
  listMedia: nothing,
  getMedia: ofMedia,
  getMediaWhy: ofMedia,
  updateMedia: (things) => ({ ...ofMedia(things), body: { title: 'New' } }),
  replaceMediaFile: (things) => ({ ...ofMedia(things), body: { uploadId: things.staged.uploadId } }),
  deleteMedia: (things) => ({ ...ofMedia(things), query: { detach: 'true' } }),
  getMediaForObject: ofObject,
  deleteObjectMedia: ofObject,
  planObjectMediaDeletion: ofObject,
  listGalleries: nothing,
  createGallery: () => ({ body: { title: 'Mine' } }),
  getGallery: inGallery,
  saveGallery: (things) => ({ ...inGallery(things), body: { items: [] } }),
  planGallerySave: (things) => ({ ...inGallery(things), body: { items: [] } }),
  deleteGallery: inGallery,
  planGalleryDeletion: inGallery,
  listDocuments: () => ofType,
  createDocument: () => ({ ...ofType, body: { fields: { title: 'Mine' } } }),
  getDocument: inDocument,
  saveDocument: (things) => ({ ...inDocument(things), body: { fields: { image: null } } }),
  planDocumentSave: (things) => ({ ...inDocument(things), body: { fields: { image: null } } }),
  deleteDocument: inDocument,
  planDocumentDeletion: inDocument,
  getDeletion: ofReceipt,
  undoDeletion: ofReceipt,
  listStorageObjects: nothing,
  getInvariants: nothing,
  reconcile: nothing,
  listDemoUsers: nothing,
  createDemoToken: () => ({ body: { user: 'ada' } }),
}

const rows = Object.entries<Endpoint>(endpoints)

const claims = (key: string, expiresAt: string) =>
  new SignJWT({ name: 'Ada', role: 'editor' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('ada')
    .setIssuer('gallerist')
    .setAudience('gallerist-api')
    .setExpirationTime(expiresAt)
    .sign(new TextEncoder().encode(key))

/** Tokens that hold nowhere, by what is wrong with them. */
const badTokens: Readonly<Record<string, () => string | Promise<string>>> = {
  'an expired token': () => claims('a secret of at least thirty-two bytes', '-1h'),
  'a token of a wrong key': () => claims('another secret of thirty-two bytes!', '1h'),
  'a token without a signature (alg: none)': () =>
    new UnsecuredJWT({ name: 'Root', role: 'admin' })
      .setSubject('root')
      .setIssuer('gallerist')
      .setAudience('gallerist-api')
      .setExpirationTime('1h')
      .encode(),
}

let shared: Promise<Things> | null = null

/** What a call answers: the code of a refusal, else the status. */
async function call(id: string, row: Endpoint, token: string | null, things: Things): Promise<ErrorCode | number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name of the table
  const asked = await requests[id as EndpointId](things)
  const response = await sendRequest({ baseUrl: server.baseUrl, token }, row, asked)
  const body = Object(await response.json())
  return response.ok ? response.status : body.code
}

/** Things that no refused call has changed. */
const untouched = () => (shared ??= makeThings())

test.for(rows)('%s: nobody without a token that holds', async ([id, row]) => {
  for (const [name, makeToken] of Object.entries(badTokens))
    expect([name, await call(id, row, await makeToken(), await untouched())]).toEqual([name, 'UNAUTHENTICATED'])
  const open = id === 'getGallery' ? 'GALLERY_NOT_FOUND' : row.status
  expect(await call(id, row, null, await untouched())).toBe(row.access === 'anyone' ? open : 'UNAUTHENTICATED')
})

/** Parameters that name something of one user. */
const ownedParams = ['mediaId', 'galleryId', 'documentId', 'uploadId', 'deletionId']

test.for(rows)('%s: somebody else finds nothing of yours, and is never told of it', async ([id, row]) => {
  const answer = await call(id, row, await server.tokenFor('ben'), await untouched())
  if (row.access === 'admin') expect(answer).toBe('FORBIDDEN')
  else if (ownedParams.some((name) => row.path.includes(`:${name}`))) expect(answer).toMatch(/_NOT_FOUND$/)
  else expect(answer).toBe(row.status)
})

test('what others sent has changed nothing', async () => {
  const { object, gallery, document, media } = await untouched()
  const token = await server.tokenFor('ada')
  const read = async (row: Endpoint, asked: Asked) =>
    (await sendRequest({ baseUrl: server.baseUrl, token }, row, asked)).json()
  expect(await read(endpoints.getGallery, { params: { galleryId: gallery.id } })).toEqual(gallery)
  const params = { contentType: 'articles', documentId: document.id }
  expect(await read(endpoints.getDocument, { params })).toEqual(document)
  expect(await read(endpoints.getMediaForObject, { params: object })).toMatchObject({ items: [{ id: media.id }] })
})

test.for(rows)('%s: you, and an admin', async ([id, row]) => {
  const own = await call(id, row, await server.tokenFor('ada'), await makeThings())
  expect(own).toBe(row.access === 'admin' ? 'FORBIDDEN' : row.status)
  const things = await makeThings()
  // An upload's bytes are taken by whoever sent them: an admin has none of Ada's.
  const expected = id === 'replaceMediaFile' ? 'UPLOAD_EXPIRED' : row.status
  expect(await call(id, row, await server.tokenFor('root'), things)).toBe(expected)
})
