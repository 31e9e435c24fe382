import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import '../src/styles.css'
import { makeTiles } from './grid-fixtures.ts'
import { GridPlayground } from './grid-playground.tsx'

test('shows a tile for each image of a short gallery', async () => {
  const screen = await render(<GridPlayground tiles={makeTiles(12)} />)
  expect(screen.getByRole('row').elements()).toHaveLength(12)
})
