import { runContractSuite } from '../../../packages/sdk/tests/contract-suite/run-contract-suite.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { startServer } from './fixture/start-server.ts'

runContractSuite({
  name: 'demo server',
  async start({ graceMs }) {
    const server = await startServer({ graceMs })
    const failNextPurge = () => {
      let failed = false
      server.store.spoil(({ operation }) => {
        if (failed || operation !== 'DeleteObjects') return 'pass'
        failed = true
        return { status: 503, code: 'SlowDown' }
      })
    }
    return {
      ...server,
      users: { editor: 'ada', other: 'ben', admin: 'root' },
      ...(isRealStore ? {} : { failNextPurge }),
    }
  },
})
