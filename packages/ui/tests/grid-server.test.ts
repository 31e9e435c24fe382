import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GalleryGrid } from '../src/components/gallery-grid/GalleryGrid.tsx'
import type { GridCommands } from '../src/editor/tile.ts'
import { makeTiles } from './grid-fixtures.ts'

const ignore = (): void => {}
const commands: GridCommands = {
  move: ignore,
  remove: ignore,
  open: ignore,
  setCover: ignore,
  addFiles: ignore,
  replace: ignore,
  setAlt: ignore,
  retryUpload: ignore,
  cancelUpload: ignore,
  undo: ignore,
  redo: ignore,
}
const render = (count: number): string =>
  renderToString(createElement(GalleryGrid, { tiles: makeTiles(count), commands }))

test('renders the first window without a browser, laid out by the stylesheet', () => {
  const html = render(10_000)
  expect(html.match(/role="row"/g)).toHaveLength(24)
  expect(html).toContain('aria-rowcount="10000"')
  expect(html).toContain('loading="lazy"')
  expect(html).not.toContain('translateY')
})

test('renders the same twice', () => {
  expect(render(50)).toBe(render(50))
})
