import type { Database } from '../../src/db/database.ts'
import { currentPlan, openTransaction } from './call-plan.ts'
import type { Step } from './step.ts'

/** The connection broke at a commit: its client cannot know whether it was done. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The database, with a connection that breaks at a commit where the act's plan says so. */
export function createFaultyDatabase(inner: Database): Database {
  return {
    close: () => inner.close(),
    async query(text, values) {
      const lost = nextLostCommit()
      if (lost?.isDone === false) throw new ConnectionLost('before the statement')
      const rows = await inner.query<never>(text, values)
      if (lost?.isDone === true) throw new ConnectionLost('after the statement')
      return rows
    },
    async transaction(work, options) {
      const lost = nextLostCommit()
      const result = await inner.transaction(async (tx) => {
        const answer = await openTransaction.run(true, () => work(tx))
        if (lost?.isDone === false) throw new ConnectionLost('before the commit')
        return answer
      }, options)
      if (lost?.isDone === true) throw new ConnectionLost('after the commit')
      return result
    },
  }
}

function nextLostCommit(): Step['lostCommit'] {
  const plan = currentPlan.getStore()
  if (plan === undefined) return null
  plan.transactions += 1
  return plan.lostCommit?.nth === plan.transactions ? plan.lostCommit : null
}
