import { expect, test } from 'vitest'
import { allowsPublicRead, parseBucketPolicy } from './bucket-policy.ts'

const publicRead = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/public/*' }

function parse(statement: object) {
  return parseBucketPolicy(JSON.stringify({ Statement: [statement] }), 'b')
}

test('opens what the resource pattern names, literally', () => {
  const policy = parse({ ...publicRead, Resource: ['arn:aws:s3:::b/public/*', 'arn:aws:s3:::b/a.?'] })
  const open = ['public/a', 'public/a/b\nc', 'a.x'].map((key) => allowsPublicRead(policy, 'b', key))
  const closed = ['private/a', 'public', 'abx', 'a.xy'].map((key) => allowsPublicRead(policy, 'b', key))
  expect([...open, ...closed]).toEqual([true, true, true, false, false, false, false])
})

test.each([
  { Effect: 'Deny' },
  { Action: 's3:*' },
  { Action: ['s3:GetObject', 's3:PutObject'] },
  { Principal: { AWS: 'arn:aws:iam::1:user/u' } },
  { Condition: { IpAddress: {} } },
])('refuses %j, which it would not enforce', (change) => {
  expect(() => parse({ ...publicRead, ...change })).toThrow(expect.objectContaining({ code: 'NotImplemented' }))
})

test('refuses a resource of another bucket and what is no JSON', () => {
  expect(() => parse({ ...publicRead, Resource: 'arn:aws:s3:::c/*' })).toThrow('invalid resource')
  expect(() => parseBucketPolicy('{', 'b')).toThrow('invalid Json')
})
