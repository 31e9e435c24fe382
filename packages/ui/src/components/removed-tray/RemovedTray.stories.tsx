import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import type { RemovedItem } from '../../editor/select-forecast.ts'
import { drawPicture } from '../../../tests/grid-fixtures.ts'
import { RemovedTray } from './RemovedTray.tsx'

const item = (n: number, more: Partial<RemovedItem> = {}): RemovedItem => ({
  id: `item-${n}`,
  label: `picture-${n}.jpg`,
  image: drawPicture(n),
  fate: 'delete',
  usedBy: [],
  ...more,
})

const meta: Meta<typeof RemovedTray> = {
  title: 'Editor/RemovedTray',
  component: RemovedTray,
  args: {
    onRestore: fn(),
    items: [
      item(1),
      item(2, { fate: 'keep', usedBy: [{ kind: 'gallery', id: 'g', title: 'Summer' }] }),
      item(3, { fate: 'external', image: null }),
      item(4, { label: 'a-very-long-file-name-that-a-camera-or-a-design-tool-made-up.jpg' }),
    ],
  },
}
export default meta

type Story = StoryObj<typeof RemovedTray>

/** What becomes of each file, and a way back. */
export const EveryFate: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Restore picture-2.jpg' }))
    await expect(args.onRestore).toHaveBeenCalledWith(['item-2'])
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Restore all' }))
    await expect(args.onRestore).toHaveBeenLastCalledWith(['item-1', 'item-2', 'item-3', 'item-4'])
  },
}

/** A tray is no second grid: more than a hundred are counted, not listed. */
export const Many: Story = {
  args: { items: Array.from({ length: 130 }, (_, n) => item(n)) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole('listitem')).toHaveLength(100)
    await within(canvasElement).findByText('and 30 more images')
  },
}

export const Narrow: Story = { parameters: { inlineSize: '320px' } }
export const Dark: Story = { parameters: { scheme: 'dark' } }
