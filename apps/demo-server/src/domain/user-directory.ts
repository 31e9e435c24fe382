import type { User, UserId } from '@gallerist/sdk/contract'

/** The users that the server knows. */
export interface UserDirectory {
  find(id: UserId): Promise<User | null>
  list(): Promise<User[]>
}
