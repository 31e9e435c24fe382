import { toIsoTime } from '../state/iso-time.ts'
import { Refusal } from '../state/refusal.ts'
import type { FakeHandlers } from './fake-handler.ts'
import { tokenOf } from './token.ts'

const tokenLifeMs = 3_600_000

export const userHandlers: FakeHandlers<'getMe' | 'listDemoUsers' | 'createDemoToken'> = {
  getMe: ({ user }) => user,

  listDemoUsers: ({ tx }) => ({ items: [...tx.state.users.values()] }),

  createDemoToken({ tx, body }) {
    const user = tx.state.users.get(body.user)
    if (user === undefined) throw new Refusal('USER_NOT_FOUND', `There is no demo user ${body.user}.`)
    return { token: tokenOf(user.id), expiresAt: toIsoTime(tx.nowMs + tokenLifeMs), user }
  },
}
