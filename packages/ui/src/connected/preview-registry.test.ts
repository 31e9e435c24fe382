import { expect, test } from 'vitest'
import { createPreviewRegistry } from './preview-registry.ts'

function setUp() {
  const making: ((url: string | null) => void)[] = []
  const revoked: string[] = []
  const registry = createPreviewRegistry(
    () => new Promise((resolve) => making.push(resolve)),
    (url) => revoked.push(url),
  )
  for (const key of ['a', 'b', 'c']) registry.add(key, new Blob())
  return { registry, making, revoked }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('two previews are made at a time', async () => {
  const { registry, making } = setUp()
  expect(making).toHaveLength(2)
  making[0]?.('blob:a')
  await settle()
  expect(making).toHaveLength(3)
  expect([...registry.getSnapshot()]).toEqual([['a', 'blob:a']])
})

test('a preview that is not kept is revoked, also when it is finished only later', async () => {
  const { registry, making, revoked } = setUp()
  making[0]?.('blob:a')
  await settle()
  registry.keepOnly(() => false)
  making[1]?.('blob:b')
  await settle()
  expect(revoked).toEqual(['blob:a', 'blob:b'])
  expect(registry.getSnapshot().size).toBe(0)
})

test('a remount keeps the previews, the last holder gives them up', async () => {
  const { registry, making, revoked } = setUp()
  making[0]?.('blob:a')
  await settle()
  registry.hold()()
  const release = registry.hold()
  await settle()
  expect(revoked).toEqual([])
  release()
  await settle()
  expect(revoked).toEqual(['blob:a'])
})
