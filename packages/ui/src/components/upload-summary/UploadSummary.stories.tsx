import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { toQueuedUpload } from '../../editor/draft-upload.ts'
import { UploadSummary } from './UploadSummary.tsx'

const stuck = (n: number) => ({
  id: `tile-${n}`,
  upload: toQueuedUpload({ key: `up-${n}`, fileName: `${n}.jpg`, totalBytes: 1 }),
})

const meta: Meta<typeof UploadSummary> = {
  title: 'Editor/UploadSummary',
  component: UploadSummary,
  args: { uploads: { pendingCount: 29, doneCount: 11, stuck: [], fraction: 0.63 }, onRetryAll: fn() },
}
export default meta

type Story = StoryObj<typeof UploadSummary>

/** One line for all of them. */
export const Running: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('Uploading 12 of 40 · 63%')).toBeVisible()
  },
}

export const RunningWithFailures: Story = {
  args: { uploads: { pendingCount: 5, doneCount: 2, stuck: [stuck(1), stuck(2)], fraction: 0.4 } },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry all (2)' }))
    await expect(args.onRetryAll).toHaveBeenCalledOnce()
  },
}

export const Idle: Story = { args: { uploads: { pendingCount: 0, doneCount: 0, stuck: [], fraction: 1 } } }
export const Dark: Story = { ...RunningWithFailures, parameters: { scheme: 'dark' } }
