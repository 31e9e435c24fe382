import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './fixture/create-test-database.ts'

let data: TestDatabase
beforeAll(async () => {
  data = await createTestDatabase()
})
afterAll(() => data.drop())

test('outlives a connection that PostgreSQL ends in the middle of a transaction', async () => {
  const { database } = data
  const broken = database.transaction(async (tx) => {
    const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    await database.query('select pg_terminate_backend($1, 10000)', [own?.pid])
    await tx.query('create table half (id int)')
  })
  await expect(broken).rejects.toThrow()
  expect(await database.query(`select to_regclass('half') as half`)).toEqual([{ half: null }])
})

test('runs a transaction again that PostgreSQL broke as a deadlock', async () => {
  const { database } = data
  const meeting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  let tries = 0
  const lockBoth = (own: 0 | 1) =>
    database.transaction(async (tx) => {
      tries += 1
      await tx.query('select pg_advisory_xact_lock($1)', [own])
      meeting[own].resolve()
      await Promise.all(meeting.map(({ promise }) => promise))
      await tx.query('select pg_advisory_xact_lock($1)', [1 - own])
      return own
    })
  expect(await Promise.all([lockBoth(0), lockBoth(1)])).toEqual([0, 1])
  expect(tries).toBe(3)
})
