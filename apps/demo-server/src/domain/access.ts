import type { User, UserId } from '@gallerist/sdk/contract'

interface Owned {
  readonly userId: UserId
}

/** An admin may use everything; everybody else what belongs to them. */
export function canWrite(user: User, thing: Owned): boolean {
  return user.role === 'admin' || user.id === thing.userId
}

/** Published galleries are for anyone. */
export function canRead(user: User | null, gallery: Owned & { readonly published: boolean }): boolean {
  return gallery.published || (user !== null && canWrite(user, gallery))
}

/** Whose things a list shows: null means everybody's. */
export function listScope(user: User): UserId | null {
  return user.role === 'admin' ? null : user.id
}
