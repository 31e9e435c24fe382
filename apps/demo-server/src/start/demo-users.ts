import { type User, userSchema } from '@gallerist/sdk/contract'

/** Who the demo lets you be. */
export const demoUsers: readonly User[] = [
  { id: 'ada', name: 'Ada', role: 'editor' },
  { id: 'ben', name: 'Ben', role: 'editor' },
  { id: 'root', name: 'Root', role: 'admin' },
].map((user) => userSchema.parse(user))
