import { expect, test } from 'vitest'
import { advanceGesture, type DragGesture, type GestureEvent, idleGesture } from './drag-gesture.ts'

const at = (xPx: number, pointerId = 1) => ({ pointerId, xPx, yPx: 0 })
const run = (...events: readonly GestureEvent[]): DragGesture => events.reduce(advanceGesture, idleGesture)
const mouseDown: GestureEvent = { type: 'pressed', tileId: 'a', isTouch: false, ...at(0) }
const fingerDown: GestureEvent = { type: 'pressed', tileId: 'a', isTouch: true, ...at(0) }

test('waits for the mouse to pass its threshold', () => {
  expect(run(mouseDown, { type: 'moved', ...at(6) }).status).toBe('pressed')
  expect(run(mouseDown, { type: 'moved', ...at(7) })).toMatchObject({ status: 'dragging', hasMoved: true, tileId: 'a' })
})

test('ends when a finger strays before the hold, which is a swipe', () => {
  expect(run(fingerDown, { type: 'moved', ...at(10) }).status).toBe('pressed')
  expect(run(fingerDown, { type: 'moved', ...at(11) }).status).toBe('idle')
})

test('lifts under a finger that holds, and knows whether it moved then', () => {
  expect(run(fingerDown, { type: 'held' })).toMatchObject({ status: 'dragging', hasMoved: false })
  expect(run(fingerDown, { type: 'held' }, { type: 'moved', ...at(5) })).toMatchObject({ hasMoved: false })
  expect(run(fingerDown, { type: 'held' }, { type: 'moved', ...at(30) })).toMatchObject({ hasMoved: true })
  const back = run(fingerDown, { type: 'held' }, { type: 'moved', ...at(30) }, { type: 'moved', ...at(0) })
  expect(back).toMatchObject({ hasMoved: true })
})

test('ends on a second pointer and hears no other pointer', () => {
  expect(run(mouseDown, { ...mouseDown, ...at(0, 2) }).status).toBe('idle')
  expect(run(mouseDown, { type: 'moved', ...at(50, 2) }).status).toBe('pressed')
})

test('stays idle without a press', () => {
  expect(run({ type: 'moved', ...at(50) }, { type: 'held' }, { type: 'ended' }).status).toBe('idle')
})
