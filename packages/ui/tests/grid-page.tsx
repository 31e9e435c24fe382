import { expect, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../src/styles.css'
import type { Tile } from '../src/editor/tile.ts'
import { makeTiles } from './grid-fixtures.ts'
import { GridPlayground, type GridPlaygroundProps } from './grid-playground.tsx'

interface GridPageOptions extends Partial<GridPlaygroundProps> {
  readonly count?: number
  readonly dir?: 'ltr' | 'rtl'
  readonly widthPx?: number
}

const toNumber = (tile: Element): number => Number(tile.getAttribute('data-tile-id')?.replace('tile-', ''))

function focused(): number | null {
  const element = document.activeElement
  return element?.hasAttribute('data-tile-id') ? toNumber(element) : null
}

/** A grid in a page of its own, spoken to in the words of its user. */
export async function openGrid({ count = 12, dir = 'ltr', widthPx = 1100, ...props }: GridPageOptions = {}) {
  await page.viewport(widthPx, 800)
  const tiles: readonly Tile[] = props.tiles ?? makeTiles(count)
  const onCommand = vi.fn<(name: string, ...details: readonly unknown[]) => void>()
  const screen = await render(
    <div dir={dir}>
      <GridPlayground {...props} tiles={tiles} onCommand={onCommand} />
    </div>,
  )
  const rows = () => screen.getByRole('row').elements()
  const tile = (index: number): HTMLElement => {
    const found = screen.container.querySelector<HTMLElement>(`[data-tile-id="tile-${index}"]`)
    if (!found) throw new Error(`tile ${index} is not rendered`)
    return found
  }
  return {
    screen,
    onCommand,
    tile,
    rows,
    scroller: () => screen.container.querySelector<HTMLElement>('.gl-grid-scroller') ?? document.body,
    /** Selects tiles by Control and click. */
    async select(...indexes: readonly number[]) {
      for (const index of indexes) await userEvent.click(tile(index), { modifiers: ['Control'] })
    },
    async focus(index: number) {
      tile(index).focus()
      await expect.poll(focused).toBe(index)
    },
    /** The rendered tiles in their order, by the number they started with. */
    order: () => rows().map(toNumber),
    selected: () =>
      rows()
        .filter((row) => row.getAttribute('aria-selected') === 'true')
        .map(toNumber),
    focused,
    commands: (name: string) => onCommand.mock.calls.filter(([called]) => called === name).map(([, ...rest]) => rest),
    announced: () => screen.container.querySelector('[aria-live="assertive"]')?.textContent,
    insertionBar: () => screen.container.querySelector('.gl-insertion-bar'),
    async expectOrder(order: readonly number[]) {
      await expect.poll(() => rows().map(toNumber).slice(0, order.length)).toEqual(order)
    },
  }
}
