import { expect, test } from 'vitest'
import { toKeyAction } from './key-action.ts'

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
const press = (key: string, held: Partial<typeof plain> = {}, isRtl = false) =>
  toKeyAction({ ...plain, ...held, key }, isRtl)

test.each([
  [' ', 'toggle'],
  ['Enter', 'open'],
  ['Escape', 'escape'],
  ['Delete', 'remove'],
  ['Backspace', 'remove'],
  ['m', 'lift'],
  ['M', 'lift'],
  ['g', 'moveTo'],
  ['?', 'help'],
])('reads %j as %s', (key, type) => {
  expect(press(key)).toEqual({ type })
})

test.each(['ctrlKey', 'metaKey'] as const)('takes shortcuts with %s', (modifier) => {
  expect(press('a', { [modifier]: true })).toEqual({ type: 'selectAll' })
  expect(press('z', { [modifier]: true })).toEqual({ type: 'undo' })
  expect(press('Z', { [modifier]: true, shiftKey: true })).toEqual({ type: 'redo' })
  expect(press('m', { [modifier]: true })).toBeNull()
})

test('goes by arrow, extends with Shift and nudges with Alt and Shift', () => {
  expect(press('ArrowLeft', {}, true)).toEqual({ type: 'go', motion: 'forward', extendsSelection: false })
  expect(press('End', { shiftKey: true })).toEqual({ type: 'go', motion: 'last', extendsSelection: true })
  expect(press('ArrowUp', { altKey: true, shiftKey: true })).toEqual({ type: 'nudge', motion: 'up' })
})

test('leaves the keys of the browser alone', () => {
  expect(press('ArrowLeft', { altKey: true })).toBeNull()
  expect(press('Home', { altKey: true, shiftKey: true })).toBeNull()
  expect(press('F5')).toBeNull()
  expect(press('r', { ctrlKey: true })).toBeNull()
  expect(press('x')).toBeNull()
})
