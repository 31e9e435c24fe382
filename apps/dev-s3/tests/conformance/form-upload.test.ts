import { randomBytes } from 'node:crypto'
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body, type S3Fixture } from '../fixture/s3-fixture.ts'

interface FormUpload {
  readonly fields: Record<string, string>
  readonly content?: Buffer
  readonly options?: Partial<PresignedPostOptions>
}

/** Posts as a browser does, under a policy for 1 to 100 bytes of an image below `post/`. */
async function post({ client, bucket: Bucket }: S3Fixture, { fields, content = body, options }: FormUpload) {
  const presigned = await createPresignedPost(client, {
    Bucket,
    Key: 'post/${filename}',
    Expires: 60,
    Conditions: [
      ['content-length-range', 1, 100],
      ['starts-with', '$Content-Type', 'image/'],
      ['starts-with', '$key', 'post/'],
    ],
    ...options,
  })
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...presigned.fields, ...fields })) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(content)], { type: 'image/png' }), 'picture.png')
  const response = await fetch(presigned.url, { method: 'POST', body: form })
  return { status: response.status, text: await response.text() }
}

conforms('a form upload is stored with its type', async (s3) => {
  const { status } = await post(s3, { fields: { 'Content-Type': 'image/png', key: 'post/one.png' } })
  expect(status).toBe(204)
  expect(await s3.bytes('post/one.png')).toEqual(body)
  expect(await s3.head('post/one.png')).toMatchObject({ ContentType: 'image/png' })
})

conforms('a form upload puts the file name into its key', async (s3) => {
  await post(s3, { fields: { 'Content-Type': 'image/png' } })
  expect(await s3.bytes('post/picture.png')).toEqual(body)
})

conforms('success_action_status 201 answers with a document', async (s3) => {
  const options = { Fields: { success_action_status: '201' } }
  const { status, text } = await post(s3, { fields: { 'Content-Type': 'image/png', key: 'post/two.png' }, options })
  expect(status).toBe(201)
  expect(text).toMatch(/<ETag>/)
})

conforms('a form upload that is too large is refused and not stored', async (s3) => {
  const fields = { 'Content-Type': 'image/png', key: 'post/large.png' }
  const { status, text } = await post(s3, { fields, content: randomBytes(5000) })
  expect(status).toBe(400)
  expect(text).toContain('EntityTooLarge')
  expect(await outcome(s3.head('post/large.png'))).toBe('NotFound/404')
})

conforms('a form upload that is too small is refused and not stored', async (s3) => {
  const fields = { 'Content-Type': 'image/png', key: 'post/small.png' }
  const { status } = await post(s3, { fields, content: Buffer.alloc(0) })
  expect(status).toBe(400)
  expect(await outcome(s3.head('post/small.png'))).toBe('NotFound/404')
})

conforms('a form upload of another type is refused', async (s3) => {
  expect(await post(s3, { fields: { 'Content-Type': 'text/html', key: 'post/x.html' } })).toMatchObject({ status: 403 })
})

conforms('a form upload to another key is refused', async (s3) => {
  expect(await post(s3, { fields: { 'Content-Type': 'image/png', key: 'else.png' } })).toMatchObject({ status: 403 })
})

conforms('a form upload with a wrong signature is refused', async (s3) => {
  const fields = { 'Content-Type': 'image/png', key: 'post/forged.png', 'X-Amz-Signature': '0'.repeat(64) }
  expect(await post(s3, { fields })).toMatchObject({ status: 403 })
  expect(await outcome(s3.head('post/forged.png'))).toBe('NotFound/404')
})
