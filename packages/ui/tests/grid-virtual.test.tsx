import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openGrid } from './grid-page.tsx'

test('keeps within 500 nodes at 10,000 images, with the right rows wherever it is scrolled', async () => {
  const grid = await openGrid({ count: 10_000 })
  const nodes = () => grid.screen.container.querySelectorAll('*').length
  expect(nodes()).toBeLessThanOrEqual(500)
  const scroller = grid.scroller()
  scroller.scrollTop = scroller.scrollHeight / 2
  await expect.poll(() => grid.order().at(-1)).toBeGreaterThan(4900)
  expect(nodes()).toBeLessThanOrEqual(500)
  scroller.scrollTop = scroller.scrollHeight
  await expect.poll(() => grid.order().at(-1)).toBe(9999)
})

test('has the rows of a scroll position in the frame that shows it', async () => {
  const grid = await openGrid({ count: 10_000 })
  const view = grid.scroller().getBoundingClientRect()
  grid.scroller().scrollTop = 50_000
  // Scroll events of a frame come before its animation callbacks, and those before its paint.
  await new Promise((resolve) => requestAnimationFrame(resolve))
  const boxes = grid.rows().map((row) => row.getBoundingClientRect())
  const shown = boxes.filter((box) => box.bottom > view.top && box.top < view.bottom)
  expect(Math.min(...shown.map((box) => box.top))).toBeLessThanOrEqual(view.top + 20)
  expect(Math.max(...shown.map((box) => box.bottom))).toBeGreaterThanOrEqual(view.bottom - 20)
})

test('names rows and counts for assistive technology as one column', async () => {
  const grid = await openGrid({ count: 10_000 })
  const element = grid.screen.getByRole('grid', { name: 'Images' }).element()
  expect(element.getAttribute('aria-rowcount')).toBe('10000')
  expect(element.getAttribute('aria-multiselectable')).toBe('true')
  const row = grid.tile(7)
  expect(row.getAttribute('aria-rowindex')).toBe('8')
  expect(row.getAttribute('aria-selected')).toBe('false')
  expect(row.getAttribute('aria-label')).toBe('Photo 8.jpg, no alt text')
  expect([...row.children].map((child) => child.getAttribute('role'))).toEqual(['gridcell'])
})

test('keeps the focused tile rendered when it is scrolled out of sight', async () => {
  const grid = await openGrid({ count: 10_000 })
  await grid.focus(3)
  grid.scroller().scrollTop = 100_000
  await expect.poll(() => grid.order().at(-1)).toBeGreaterThan(1000)
  expect(grid.focused()).toBe(3)
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(grid.focused).toBe(4)
  expect(grid.scroller().scrollTop).toBeLessThan(200)
})

test('renders only the tiles that a selection changes', async () => {
  let pictures = 0
  const renderTile = () => {
    pictures += 1
    return <b>picture</b>
  }
  const grid = await openGrid({ renderTile })
  await grid.focus(0)
  pictures = 0
  await userEvent.keyboard(' ')
  expect(grid.selected()).toEqual([0])
  expect(pictures).toBe(1)
})

test('lays out three columns from 320 px', async () => {
  const grid = await openGrid({ widthPx: 320 })
  const tops = grid.rows().map((row) => row.getBoundingClientRect().top)
  expect(tops.filter((top) => top === tops[0])).toHaveLength(3)
})

test('has an Add tile after the last image while the gallery is short', async () => {
  let asked = 0
  const short = await openGrid({ onAdd: () => (asked += 1) })
  await userEvent.click(short.screen.getByRole('button', { name: 'Add images' }))
  expect(asked).toBe(1)
  await short.screen.unmount()
  const long = await openGrid({ count: 60, onAdd: () => {} })
  await expect.element(long.screen.getByRole('button', { name: 'Add images' })).not.toBeInTheDocument()
})
