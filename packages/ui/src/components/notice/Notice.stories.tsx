import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { Notice } from './Notice.tsx'

const meta: Meta<typeof Notice> = {
  title: 'Editor/Notice',
  component: Notice,
  args: { tone: 'info', title: 'Something to know', children: <p>And a little more about it.</p>, onDismiss: fn() },
}
export default meta

type Story = StoryObj<typeof Notice>

export const Info: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Dismiss' }))
    await expect(args.onDismiss).toHaveBeenCalledOnce()
  },
}
export const Success: Story = { args: { tone: 'success' } }
export const Warning: Story = { args: { tone: 'warning' } }
export const Danger: Story = {
  args: { tone: 'danger' },
  play: async ({ canvasElement }) => expect(within(canvasElement).getByRole('alert')).toBeVisible(),
}
export const DarkWarning: Story = { args: { tone: 'warning' }, parameters: { scheme: 'dark' } }
export const DarkDanger: Story = { args: { tone: 'danger' }, parameters: { scheme: 'dark' } }
