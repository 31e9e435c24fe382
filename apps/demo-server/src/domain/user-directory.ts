import type { User } from '@gallerist/sdk/contract'

/** The users that the server knows. */
export interface UserDirectory {
  find(id: string): Promise<User | null>
  list(): Promise<User[]>
}
