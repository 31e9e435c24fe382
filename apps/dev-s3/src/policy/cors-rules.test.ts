import { expect, test } from 'vitest'
import { parseCorsRules, toCorsHeaders } from './cors-rules.ts'

const rules = parseCorsRules(
  '<CORSConfiguration><CORSRule><AllowedOrigin>http://*.example</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>' +
    '<AllowedHeader>x-*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>60</MaxAgeSeconds></CORSRule>' +
    '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
)
const question = { origin: 'http://a.example', method: 'PUT', requestHeaders: ['x-amz-date'] }

test('answers with the first rule that allows the request', () => {
  expect(toCorsHeaders(rules, question)).toEqual({
    'access-control-allow-origin': 'http://a.example',
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'x-amz-date',
    'access-control-expose-headers': 'ETag',
    'access-control-max-age': '60',
  })
  expect(toCorsHeaders(rules, { origin: 'null', method: 'GET', requestHeaders: [] })).toEqual({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET',
  })
})

test.each([{ origin: 'http://example' }, { method: 'DELETE' }, { requestHeaders: ['content-type'] }])(
  'does not answer %j',
  (change) => {
    expect(toCorsHeaders(rules, { ...question, ...change })).toBeUndefined()
  },
)

test('refuses rules without an origin or a method', () => {
  const rule = '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>'
  expect(() => parseCorsRules(rule)).toThrow(expect.objectContaining({ code: 'MalformedXML' }))
})
