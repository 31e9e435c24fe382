import { expect, test } from 'vitest'
import { assertPolicyAllows, parsePostPolicy } from './post-policy.ts'

const nowMs = Date.UTC(2026, 10, 20)

function encode(document: unknown): string {
  return Buffer.from(JSON.stringify(document)).toString('base64')
}

const policy = parsePostPolicy(
  encode({
    expiration: '2026-11-20T00:01:00Z',
    conditions: [
      { bucket: 'b' },
      ['eq', '$acl', 'private'],
      ['starts-with', '$key', 'post/'],
      ['content-length-range', 1, 100],
    ],
  }),
)
const fields = { bucket: 'b', key: 'post/k', acl: 'private', policy: 'p', 'x-amz-signature': 's' }

test('reads the size limits', () => {
  expect(policy.sizeLimits).toEqual({ minBytes: 1, maxBytes: 100 })
  const unlimited = parsePostPolicy(encode({ expiration: '2026-11-20T00:00:00Z', conditions: [] }))
  expect(unlimited.sizeLimits).toEqual({ minBytes: 0, maxBytes: Infinity })
})

test('allows a form for which every condition holds', () => {
  expect(() => assertPolicyAllows(policy, fields, nowMs)).not.toThrow()
  expect(() => assertPolicyAllows(policy, { ...fields, 'x-ignore-me': 'x' }, nowMs)).not.toThrow()
})

test.each([
  ['another bucket', { bucket: 'c' }, 'Condition failed'],
  ['another key', { key: 'else' }, 'Condition failed'],
  ['another value', { acl: 'public-read' }, 'Condition failed'],
  ['a field that no condition covers', { 'content-type': 'text/html' }, 'Extra input fields: content-type'],
])('refuses %s', (_title, change, message) => {
  expect(() => assertPolicyAllows(policy, { ...fields, ...change }, nowMs)).toThrow(message)
})

test('refuses an expired policy', () => {
  expect(() => assertPolicyAllows(policy, fields, nowMs + 60_000)).toThrow('expired')
})

test.each([
  ['no JSON', 'bm90IGpzb24='],
  ['no conditions', encode({ expiration: '2026-11-20T00:00:00Z' })],
  ['no expiration', encode({ conditions: [] })],
  ['an unknown condition', encode({ expiration: '2026-11-20T00:00:00Z', conditions: [['ends-with', '$key', 'x']] })],
  ['a broken range', encode({ expiration: '2026-11-20T00:00:00Z', conditions: [['content-length-range', 1]] })],
])('refuses a policy with %s', (_title, document) => {
  expect(() => parsePostPolicy(document)).toThrow(expect.objectContaining({ code: 'InvalidPolicyDocument' }))
})
