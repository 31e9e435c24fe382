import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { EmptyGallery } from './EmptyGallery.tsx'

const meta: Meta<typeof EmptyGallery> = {
  title: 'Editor/EmptyGallery',
  component: EmptyGallery,
  args: { onAdd: fn() },
}
export default meta

type Story = StoryObj<typeof EmptyGallery>

export const Editable: Story = {}
export const ReadOnly: Story = { args: { onAdd: undefined } }
export const Dark: Story = { parameters: { scheme: 'dark' } }
