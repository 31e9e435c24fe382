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
