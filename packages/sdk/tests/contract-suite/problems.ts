import { expect, test } from 'vitest'
import { makeGallery } from './acts.ts'
import { readProblem } from './person.ts'
import type { Stage } from './stage.ts'

export function testProblems(on: () => Stage): void {
  test('refuses a body that is no JSON', async () => {
    await on().editor.isRefused('MALFORMED_REQUEST', 'createGallery', { body: '{"title":' })
  })

  test('refuses a body of another type', async () => {
    const headers = { 'Content-Type': 'text/csv' }
    await on().editor.isRefused('CONTENT_TYPE_UNSUPPORTED', 'createGallery', { body: 'title', headers })
  })

  test('names the fields that are not valid', async () => {
    const body = { title: '', owner: 'me' }
    const { issues } = await on().editor.isRefusedWith('VALIDATION_FAILED', 'createGallery', { body })
    expect(issues.length).toBeGreaterThanOrEqual(2)
    expect(issues.map(({ path }) => path).join(' ')).toContain('title')
  })

  test('answers an unknown route with a problem', async () => {
    const { editor } = on()
    const problem = await readProblem(await fetch(`${editor.baseUrl}/api/nothing-here`))
    expect(problem).toMatchObject({ code: 'ROUTE_NOT_FOUND', status: 404 })
  })

  test('names the kind of a problem by a type, and lets nobody store it', async () => {
    const asked = { params: { galleryId: crypto.randomUUID() } }
    expect(await on().editor.isRefused('GALLERY_NOT_FOUND', 'getGallery', asked)).toMatchObject({
      type: 'urn:gallerist:problem:gallery-not-found',
      title: 'Gallery not found',
    })
    const response = await on().editor.send('getGallery', asked)
    expect(response.headers.get('Cache-Control')).toContain('no-store')
  })

  test('says how to sign in where nobody is signed in', async () => {
    const response = await on().anyone.send('getMe')
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  test('refuses a form without a file', async () => {
    const { issues } = await on().editor.isRefusedWith('VALIDATION_FAILED', 'uploadMediaForm', { body: new FormData() })
    expect(issues.map(({ path }) => path)).toEqual(['body.file'])
  })

  test('refuses a form that is none', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' }
    await on().editor.isRefused('MALFORMED_REQUEST', 'uploadMediaForm', { body: 'nothing', headers })
  })

  test('refuses a field of a form that is not what it should be', async () => {
    const form = new FormData()
    form.append('staged', 'perhaps')
    form.append('file', new File(['x'], 'a.png'))
    const { issues } = await on().editor.isRefusedWith('VALIDATION_FAILED', 'uploadMediaForm', { body: form })
    expect(issues.map(({ path }) => path)).toEqual(['body.staged'])
  })

  test('gives every request an id of its own', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 0 })
    const asked = { params: { galleryId: gallery.id } }
    const responses = await Promise.all([editor.send('getGallery', asked), editor.send('getGallery', asked)])
    const [one, other] = responses.map(({ headers }) => headers.get('X-Request-Id'))
    expect(one).toBeTruthy()
    expect(one).not.toBe(other)
  })

  test('names the request in a problem as in its header', async () => {
    const params = { galleryId: crypto.randomUUID() }
    const response = await on().editor.send('getGallery', { params })
    const requestId = response.headers.get('X-Request-Id') ?? 'none'
    expect((await readProblem(response)).instance).toContain(requestId)
  })
}
