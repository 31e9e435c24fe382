import { expect, test } from 'vitest'
import { buildUrl } from './build-url.ts'

const parts = { baseUrl: 'https://api.example/base/', path: '/api/objects/:contentType/:objectId/media', query: {} }

test('encodes every part and leaves out what is absent', () => {
  const params = { contentType: 'cities.city', objectId: 'a/b ?#' }
  const query = { cursor: 'x&y=z', limit: 3, none: undefined, nothing: null }
  expect(buildUrl({ ...parts, params, query })).toBe(
    'https://api.example/base/api/objects/cities.city/a%2Fb%20%3F%23/media?cursor=x%26y%3Dz&limit=3',
  )
})

test.for(['.', '..'])('refuses the segment "%s", which would be a step in the path', (objectId) => {
  expect(() => buildUrl({ ...parts, params: { contentType: 'a', objectId } })).toThrow('params.objectId')
})
