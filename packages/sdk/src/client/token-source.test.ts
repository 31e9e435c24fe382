import { expect, test } from 'vitest'
import { createTokenSource } from './token-source.ts'

/** An auth function that answers when told to, and counts. */
function createScriptedAuth() {
  const asked: boolean[] = []
  const answers: ((token: string | null) => void)[] = []
  const auth = ({ refresh }: { readonly refresh: boolean }): Promise<string | null> => {
    asked.push(refresh)
    return new Promise((resolve) => {
      answers.push(resolve)
    })
  }
  return { auth, asked, answer: (token: string | null) => answers.shift()?.(token) }
}

test('asks once for all that wait, and again for the next', async () => {
  const { auth, asked, answer } = createScriptedAuth()
  const tokens = createTokenSource(auth)
  const waiting = [tokens.read(), tokens.read(), tokens.read()]
  answer('one')
  expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual(['one', 'one', 'one'])
  const next = tokens.read()
  answer('two')
  expect((await next).value).toBe('two')
  expect(asked).toEqual([false, false])
})

test('refreshes once for all whose token was refused, and reads wait for it', async () => {
  const { auth, asked, answer } = createScriptedAuth()
  const tokens = createTokenSource(auth)
  const old = { value: 'old', generation: 0 }
  const waiting = [tokens.replace(old), tokens.replace(old), tokens.read()]
  answer('new')
  expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual(['new', 'new', 'new'])
  expect(asked).toEqual([true])
})

test('does not refresh for a token that was replaced since', async () => {
  const { auth, asked, answer } = createScriptedAuth()
  const tokens = createTokenSource(auth)
  const old = { value: 'old', generation: 0 }
  const refreshed = tokens.replace(old)
  answer('new')
  await refreshed
  const late = tokens.replace(old)
  answer('new')
  expect((await late).value).toBe('new')
  expect(asked).toEqual([true, false])
})

test('can be asked again after the auth function failed', async () => {
  let fails = true
  const tokens = createTokenSource(() => {
    if (fails) throw new Error('no session, token eyJhbGciOi.eyJzdWIiOi.c2lnbmF0')
    return 'one'
  })
  const refused = tokens.read()
  await expect(refused).rejects.toMatchObject({ name: 'CredentialsError', code: 'UNAUTHENTICATED' })
  await expect(refused).rejects.toHaveProperty('cause.message', 'no session, token [removed]')
  fails = false
  expect((await tokens.read()).value).toBe('one')
})
