import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { ConflictNotice } from './ConflictNotice.tsx'

const meta: Meta<typeof ConflictNotice> = {
  title: 'Editor/ConflictNotice',
  component: ConflictNotice,
  args: {
    theirs: { version: 7, savedAt: '2026-11-20T12:00:00Z', added: 2, removed: 1, other: 3 },
    losesEdits: true,
    onLoadTheirs: fn(),
  },
}
export default meta

type Story = StoryObj<typeof ConflictNotice>

/** Asks before edits are lost. */
export const WithEdits: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Discard mine and load theirs' }))
    await expect(args.onLoadTheirs).not.toHaveBeenCalled()
    const dialog = within(within(canvasElement).getByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Discard mine and load theirs' }))
    await expect(args.onLoadTheirs).toHaveBeenCalledOnce()
  },
}

export const WithoutEdits: Story = {
  args: { losesEdits: false },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Discard mine and load theirs' }))
    await expect(args.onLoadTheirs).toHaveBeenCalledOnce()
  },
}

export const Dark: Story = { parameters: { scheme: 'dark' } }
