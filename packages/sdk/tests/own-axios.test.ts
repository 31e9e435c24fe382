import axios from 'axios'
import { expect, test } from 'vitest'
import { createGalleristClient } from '../src/index.ts'
import { sampleGallery } from './samples.ts'
import { problem, startServer } from './start-server.ts'

const gallery = sampleGallery()

test('uses the axios of the caller without changing it', async () => {
  const server = await startServer(() => ({ json: gallery }))
  const mine = axios.create({ headers: { 'x-tenant': 'nine' } })
  mine.interceptors.request.use((config) => {
    config.headers.set('x-intercepted', 'yes')
    return config
  })
  const before = JSON.stringify(mine.defaults)
  const client = createGalleristClient({ baseUrl: server.url, axios: mine, auth: () => 'token' })
  await expect(client.getGallery(gallery.id)).resolves.toEqual(gallery)
  expect(server.seen[0]?.headers).toMatchObject({
    'x-tenant': 'nine',
    'x-intercepted': 'yes',
    authorization: 'Bearer token',
  })
  expect(JSON.stringify(mine.defaults)).toBe(before)
})

test('takes an error that interceptors of the caller throw for the answer it is', async () => {
  const server = await startServer(() => problem(404, 'GALLERY_NOT_FOUND'))
  const mine = axios.create()
  mine.interceptors.response.use((response) => {
    throw new axios.AxiosError('no', 'ERR_BAD_REQUEST', response.config, response.request, response)
  })
  const client = createGalleristClient({ baseUrl: server.url, axios: mine })
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({ code: 'GALLERY_NOT_FOUND', status: 404 })
})

test('says what is wrong where interceptors of the caller swallow the response', async () => {
  const server = await startServer(() => ({ json: gallery }))
  const mine = axios.create()
  mine.interceptors.response.use(({ data }) => data)
  const client = createGalleristClient({ baseUrl: server.url, axios: mine })
  await expect(client.getGallery(gallery.id)).rejects.toThrow('interceptors have to pass responses on')
  expect(server.seen).toHaveLength(1)
})
