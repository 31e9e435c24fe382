import { createRef } from 'react'
import { expect, test } from 'vitest'
import type { GalleryGridHandle } from '../src/components/gallery-grid/grid-props.ts'
import { pointIn } from './grid-driver.ts'
import { openGrid } from './grid-page.tsx'

function dragFiles(type: string, target: Element, point: { x: number; y: number }, files: readonly File[]): boolean {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const options = { bubbles: true, cancelable: true, clientX: point.x, clientY: point.y, dataTransfer }
  return target.dispatchEvent(new DragEvent(type, options))
}

const file = new File(['x'], 'new.png', { type: 'image/png' })
const afterMiddle = { x: 0.8, y: 0.5 }

test('shows where dragged files will land, and adds them there', async () => {
  const grid = await openGrid()
  const point = pointIn(grid.tile(2), afterMiddle)
  dragFiles('dragover', grid.tile(2), point, [file])
  await expect.poll(() => grid.insertionBar()?.getAttribute('data-insertion-index')).toBe('3')
  dragFiles('drop', grid.tile(2), point, [file])
  await expect.poll(() => grid.commands('addFiles')).toEqual([[['new.png'], 3]])
  await expect.poll(grid.insertionBar).toBeNull()
})

test('takes no notice of a drag without files', async () => {
  const grid = await openGrid()
  const isUntouched = dragFiles('dragover', grid.tile(2), pointIn(grid.tile(2)), [])
  expect(isUntouched).toBe(true)
  expect(grid.insertionBar()).toBeNull()
})

test('hides the bar when the files leave', async () => {
  const grid = await openGrid()
  dragFiles('dragover', grid.tile(2), pointIn(grid.tile(2)), [file])
  await expect.poll(grid.insertionBar).not.toBeNull()
  dragFiles('dragleave', grid.scroller(), { x: 0, y: 0 }, [file])
  await expect.poll(grid.insertionBar).toBeNull()
})

test('leaves the files to the holder of its handle, and tells where they go', async () => {
  const handleRef = createRef<GalleryGridHandle>()
  const grid = await openGrid({ handleRef })
  const { x, y } = pointIn(grid.tile(1), afterMiddle)
  dragFiles('drop', grid.tile(1), { x, y }, [file])
  expect(grid.commands('addFiles')).toEqual([])
  expect(handleRef.current?.insertionIndexAt(x, y)).toBe(2)
  expect(handleRef.current?.insertionIndexAt(x, 5000)).toBeUndefined()
})

test('brings a tile into view and focus through its handle', async () => {
  const handleRef = createRef<GalleryGridHandle>()
  const grid = await openGrid({ handleRef, count: 1000 })
  handleRef.current?.focusTile('tile-700')
  await expect.poll(grid.focused).toBe(700)
  const view = grid.scroller().getBoundingClientRect()
  expect(grid.tile(700).getBoundingClientRect().bottom).toBeLessThanOrEqual(view.bottom)
})
