import { expect, test } from 'vitest'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { statusOfErrorCode } from './error-code.ts'

const rows = Object.entries<Endpoint>(endpoints)

test('has no two rows with one method and path', () => {
  const routes = rows.map(([, row]) => `${row.method} ${row.path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(routes).size).toBe(routes.length)
})

test.for(rows)('%s declares the parameters of its path, and its errors once', ([, row]) => {
  const named = [...row.path.matchAll(/:(\w+)/g)].map((match) => match[1])
  const shape = row.params && 'shape' in row.params ? Object.keys(Object(row.params.shape)) : []
  expect(shape).toEqual(named)
  expect(new Set(row.errors).size).toBe(row.errors.length)
  expect(row.errors.every((code) => code in statusOfErrorCode)).toBe(true)
})

test('writes nothing without a token', () => {
  const open = rows.filter(([, row]) => row.method !== 'GET' && row.access === 'anyone' && !row.demo)
  expect(open).toEqual([])
})
