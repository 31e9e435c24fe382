import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body, md5 } from '../fixture/s3-fixture.ts'

conforms('If-None-Match: * does not overwrite', async ({ put, bytes }) => {
  await put('taken.txt')
  expect(await outcome(put('taken.txt', Buffer.from('other'), { IfNoneMatch: '*' }))).toBe('PreconditionFailed/412')
  expect(await bytes('taken.txt')).toEqual(body)
})

conforms('If-None-Match: * creates', async ({ put }) => {
  expect(await outcome(put('free.txt', body, { IfNoneMatch: '*' }))).toBe('OK')
})

conforms('If-Match with a stale ETag does not overwrite', async ({ put, bytes }) => {
  await put('stale.txt')
  const IfMatch = `"${'0'.repeat(32)}"`
  expect(await outcome(put('stale.txt', Buffer.from('other'), { IfMatch }))).toBe('PreconditionFailed/412')
  expect(await bytes('stale.txt')).toEqual(body)
})

conforms(
  'If-Match with the current ETag overwrites',
  async ({ put }) => {
    await put('current.txt')
    expect(await outcome(put('current.txt', body, { IfMatch: `"${md5(body)}"` }))).toBe('OK')
  },
  { radosgw: 'Ceph 16 compares the ETag with its quotes' },
)

conforms('If-Match with the current ETag, unquoted, overwrites', async ({ put }) => {
  await put('unquoted.txt')
  expect(await outcome(put('unquoted.txt', body, { IfMatch: md5(body) }))).toBe('OK')
})

conforms('of 20 racing If-None-Match: * one wins', async ({ put }) => {
  const puts = Array.from({ length: 20 }, (_, index) =>
    outcome(put('race.txt', Buffer.from(`version ${index}`), { IfNoneMatch: '*' })),
  )
  expect((await Promise.all(puts)).filter((result) => result === 'OK')).toHaveLength(1)
})
