import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseObjectUrl, toObjectBases } from './object-url.ts'
import { toVersionedUrl } from './versioned-url.ts'

const storage = toObjectBases({
  publicUrl: 'https://cdn.example/pics',
  endpoint: 'https://s3.example:9000',
  bucket: 'gallery',
  aliases: ['https://old-cdn.example'],
})
const key = 'media/0a/b c+d.jpg'

test.for([
  ['the public base with a version', 'https://cdn.example/pics/media/0a/b%20c+d.jpg?v=7'],
  ['a fragment and other parameters', 'https://cdn.example/pics/media/0a/b%20c+d.jpg?x=1&v=2#top'],
  ['plain http', 'http://cdn.example/pics/media/0a/b%20c+d.jpg'],
  ['a host in capitals and a default port', 'HTTPS://CDN.example:443/pics/media/0a/b%20c+d.jpg'],
  ['path style', 'https://s3.example:9000/gallery/media/0a/b%20c+d.jpg'],
  ['virtual-host style', 'https://gallery.s3.example:9000/media/0a/b%20c+d.jpg'],
  ['an alias', 'https://old-cdn.example/media/0a/b%20c+d.jpg'],
  ['a percent-encoded plus and slash', 'https://cdn.example/pics/media%2F0a/b%20c%2Bd.jpg'],
  ['spaces round it', '  https://cdn.example/pics/media/0a/b%20c+d.jpg '],
] as const)('reads %s as the same object', ([, url]) => {
  expect(parseObjectUrl(url, storage)).toEqual({ kind: 'object', key })
})

test.for([
  ['another host', 'https://cdn.example.evil/pics/media/a.jpg'],
  ['a sibling of the base', 'https://cdn.example/pics2/media/a.jpg'],
  ['the base itself', 'https://cdn.example/pics/'],
  ['another port', 'https://cdn.example:8443/pics/media/a.jpg'],
  ['another scheme', 'ftp://cdn.example/pics/media/a.jpg'],
  ['a relative path', '/pics/media/a.jpg'],
  ['malformed escapes', 'https://cdn.example/pics/media/%zz.jpg'],
  ['no URL at all', 'photo'],
] as const)('keeps %s as external', ([, url]) => {
  expect(parseObjectUrl(url, storage)).toEqual({ kind: 'external', url })
})

test('reads back every key that it wrote, and never two keys from one URL', () => {
  const segment = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => !/^\.{1,2}$|\//.test(text))
  const keys = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'))
  fc.assert(
    fc.property(keys, keys, fc.nat(), (one, other, version) => {
      const url = toVersionedUrl('https://cdn.example/pics', one, version + 1)
      expect(parseObjectUrl(url, storage)).toEqual({ kind: 'object', key: one })
      if (one !== other) expect(parseObjectUrl(url, storage)).not.toEqual({ kind: 'object', key: other })
    }),
  )
})

test('takes aliases that are undefined for none', () => {
  const { bases } = toObjectBases({ publicUrl: 'https://cdn.example', endpoint: undefined, aliases: undefined })
  expect(bases).toEqual(['https://cdn.example'])
})
