import { expect, test } from 'vitest'
import { limits, readUrlVersion } from '../../src/contract/index.ts'
import { isServed, startUpload, upload } from './acts.ts'
import type { Person } from './person.ts'
import { makeJpeg, makePng, type Picture } from './pictures.ts'
import type { Stage } from './stage.ts'

export function testUploads(on: () => Stage): void {
  test('makes a PNG that was sent to the bucket a media with URLs that show it', async () => {
    const { editor } = on()
    const picture = await makePng({ widthPx: 20, heightPx: 10 })
    const { media } = await upload(editor, { title: 'Harbour', altText: 'Boats' }, picture)
    expect(media).toMatchObject({
      userId: editor.id,
      title: 'Harbour',
      altText: 'Boats',
      fileName: picture.fileName,
      mime: 'image/png',
      sizeBytes: picture.bytes.length,
      widthPx: 20,
      heightPx: 10,
      contentVersion: 1,
      attachment: null,
    })
    const { original, thumbnails } = media.urls
    expect(thumbnails.length).toBeGreaterThan(0)
    for (const { widthPx } of thumbnails) expect(widthPx).toBeLessThanOrEqual(20)
    for (const url of [original, ...thumbnails.map((thumbnail) => thumbnail.url)]) {
      expect(readUrlVersion(url)).toBe('1')
      expect(await isServed(url)).toBe(true)
    }
  })

  test('reads the size of a JPEG', async () => {
    const { media } = await upload(on().editor, {}, makeJpeg())
    expect(media).toMatchObject({ mime: 'image/jpeg', widthPx: 12, heightPx: 8 })
  })

  test('believes the bytes, not the declared type', async () => {
    const { media } = await upload(on().editor, {}, { ...makeJpeg(), fileName: 'wrong.png', mime: 'image/png' })
    expect(media.mime).toBe('image/jpeg')
  })

  test('refuses to complete an upload whose bytes have not arrived', async () => {
    const { editor } = on()
    const body = { fileName: 'late.png', mime: 'image/png', sizeBytes: 100 }
    const { uploadId } = await editor.ask('createUpload', { body })
    await editor.isRefused('UPLOAD_NOT_RECEIVED', 'completeUpload', { params: { uploadId }, body: {} })
  })

  test('answers a second completion as the first', async () => {
    const { editor } = on()
    const first = await upload(editor, { staged: true })
    const params = { uploadId: first.uploadId }
    expect(await editor.ask('completeUpload', { params, body: { staged: true } })).toEqual(first)
  })

  test('refuses bytes that are no picture', async () => {
    const bytes = new TextEncoder().encode('This is a letter, not a picture.')
    const picture = { ...(await makePng()), bytes }
    await isRefusedAs(on().editor, 'FILE_TYPE_UNSUPPORTED', picture)
  })

  test('refuses a picture that is cut off', async () => {
    const picture = await makePng()
    await isRefusedAs(on().editor, 'FILE_UNREADABLE', { ...picture, bytes: picture.bytes.slice(0, 12) })
  })

  test.for([
    ['no name', { fileName: '', mime: 'image/png', sizeBytes: 1 }],
    ['a type that is not accepted', { fileName: 'a.svg', mime: 'image/svg+xml', sizeBytes: 1 }],
    ['no bytes', { fileName: 'a.png', mime: 'image/png', sizeBytes: 0 }],
    ['too many bytes', { fileName: 'a.png', mime: 'image/png', sizeBytes: limits.fileBytes + 1 }],
  ] as const)('gives no ticket for a file with %s', async ([, body]) => {
    const { issues } = await on().editor.isRefusedWith('VALIDATION_FAILED', 'createUpload', { body })
    expect(issues).not.toEqual([])
  })

  test('takes a file as a form', async () => {
    const { editor } = on()
    const picture = await makePng({ widthPx: 9, heightPx: 7 })
    const { media, leaseExpiresAt } = await editor.ask('uploadMediaForm', { body: toForm(picture, { title: 'Form' }) })
    expect(media).toMatchObject({ title: 'Form', widthPx: 9, heightPx: 7, fileName: picture.fileName })
    expect(leaseExpiresAt).toBeNull()
    expect(await isServed(media.urls.original)).toBe(true)
  })

  test('refuses an empty file of a form', async () => {
    const body = toForm({ ...(await makePng()), bytes: new Uint8Array() }, {})
    await on().editor.isRefused('FILE_EMPTY', 'uploadMediaForm', { body })
  })
}

async function isRefusedAs(
  person: Person,
  code: 'FILE_TYPE_UNSUPPORTED' | 'FILE_UNREADABLE',
  picture: Picture,
): Promise<void> {
  const { uploadId } = await startUpload(person, picture)
  await person.isRefused(code, 'completeUpload', { params: { uploadId }, body: {} })
}

function toForm({ bytes, fileName, mime }: Picture, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new File([bytes], fileName, { type: mime }))
  return form
}
