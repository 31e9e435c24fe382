import { afterEach, expect, test, vi } from 'vitest'
import { resolveBaseUrl } from './resolve-base-url.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.for([
  ['/', 'http://localhost:6006'],
  ['/mock-api/story--one', 'http://localhost:6006/mock-api/story--one'],
  ['https://api.example/v1/', 'https://api.example/v1'],
] as const)('takes %s in a page for %s', ([baseUrl, resolved]) => {
  vi.stubGlobal('location', { href: 'http://localhost:6006/iframe.html?id=story--one' })
  expect(resolveBaseUrl(baseUrl)).toBe(resolved)
})

test('keeps an absolute URL where there is no page', () => {
  expect(resolveBaseUrl('http://fake.test/')).toBe('http://fake.test')
})
