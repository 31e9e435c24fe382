import { afterAll, beforeAll } from 'vitest'
import type { ContractBackend } from './contract-backend.ts'
import { createPerson, type Person } from './person.ts'

/** The people of a test, each with a token of their own; `anyone` has none. */
export interface Stage {
  readonly backend: ContractBackend
  readonly editor: Person
  readonly other: Person
  readonly admin: Person
  readonly anyone: Person
}

/** Starts a backend before the tests and closes it after them. */
export function useBackend(start: () => Promise<ContractBackend>): () => Stage {
  let stage: Stage | null = null
  beforeAll(async () => {
    const backend = await start()
    const { baseUrl, users, tokenFor } = backend
    stage = {
      backend,
      editor: createPerson(baseUrl, users.editor, await tokenFor(users.editor)),
      other: createPerson(baseUrl, users.other, await tokenFor(users.other)),
      admin: createPerson(baseUrl, users.admin, await tokenFor(users.admin)),
      anyone: createPerson(baseUrl, 'anyone', null),
    }
  })
  afterAll(() => stage?.backend.close())
  return () => {
    if (stage === null) throw new Error('The backend is started before the tests, not before their collection.')
    return stage
  }
}
