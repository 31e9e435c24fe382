import type { User, UserId } from '@gallerist/sdk/contract'
import type { Sql } from './database.ts'

export async function findUser(sql: Sql, id: UserId): Promise<User | null> {
  const [user] = await sql.query<User>('select id, name, role from users where id = $1', [id])
  return user ?? null
}

export function listUsers(sql: Sql): Promise<User[]> {
  return sql.query<User>('select id, name, role from users order by role desc, id')
}

export async function saveUsers(sql: Sql, users: readonly User[]): Promise<void> {
  await sql.query(
    `insert into users (id, name, role) select * from unnest($1::text[], $2::text[], $3::text[])
       on conflict (id) do update set name = excluded.name, role = excluded.role`,
    [users.map((user) => user.id), users.map((user) => user.name), users.map((user) => user.role)],
  )
}
