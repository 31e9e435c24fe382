import { setupServer } from 'msw/node'
import { afterAll, beforeAll } from 'vitest'
import { createFakeBackend } from '../src/msw/index.ts'
import { runContractSuite } from './contract-suite/run-contract-suite.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

runContractSuite({
  name: 'fake backend',
  start({ graceMs }) {
    const backend = createFakeBackend({ baseUrl: `http://localhost:4000/grace-${graceMs}`, graceMs })
    server.use(...backend.handlers)
    return Promise.resolve({
      baseUrl: backend.baseUrl,
      users: { editor: 'alice', other: 'bob', admin: 'admin' },
      tokenFor: backend.tokenFor,
      expireUpload: backend.expireUpload,
      setStorage: backend.setStorage,
      failNextPurge: () => void backend.faults.add({ kind: 'purge-failing' }),
      close: () => {},
    })
  },
})
