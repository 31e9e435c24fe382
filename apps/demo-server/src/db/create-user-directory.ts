import { userIdSchema } from '@gallerist/sdk/contract'
import type { UserDirectory } from '../domain/user-directory.ts'
import type { Database } from './database.ts'
import { findUser, listUsers } from './users.ts'

/** The users of the database. */
export function createUserDirectory(database: Database): UserDirectory {
  return {
    async find(id) {
      const userId = userIdSchema.safeParse(id)
      return userId.success ? findUser(database, userId.data) : null
    },
    list: () => listUsers(database),
  }
}
