import { type Receipt, receiptSchema } from '@gallerist/sdk/contract'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { ReceiptPanel } from './ReceiptPanel.tsx'

const nowMs = Date.parse('2026-11-20T12:00:00Z')
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const file = (n: number, outcome: string, more: object = {}) => ({
  mediaId: uuid(n),
  fileName: `picture-${n}.jpg`,
  reason: 'removed',
  outcome,
  storedBytes: 1_400_000 * n,
  objectCount: 3,
  dueAt: null,
  deletedAt: null,
  usedBy: [],
  failure: null,
  ...more,
})

const receipt = (files: readonly object[], more: object = {}): Receipt =>
  receiptSchema.parse({
    id: uuid(99),
    action: 'gallery-saved',
    galleryId: uuid(98),
    galleryVersion: 2,
    createdAt: '2026-11-20T11:59:56Z',
    undoUntil: '2026-11-20T12:00:06Z',
    undoneAt: null,
    files,
    ...more,
  })

const meta: Meta<typeof ReceiptPanel> = {
  title: 'Editor/ReceiptPanel',
  component: ReceiptPanel,
  args: { nowMs, onUndo: fn(), onDismiss: fn(), receipt: receipt([]) },
}
export default meta

type Story = StoryObj<typeof ReceiptPanel>

export const Scheduled: Story = {
  args: { receipt: receipt([1, 2].map((n) => file(n, 'scheduled', { dueAt: '2026-11-20T12:00:06Z' }))) },
  play: async ({ canvasElement, args }) => {
    await expect(within(canvasElement).getAllByText('Will be deleted in 6 s')).toHaveLength(2)
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Undo save/ }))
    await expect(args.onUndo).toHaveBeenCalledOnce()
  },
}

/** Every file says what became of it. */
export const EveryOutcome: Story = {
  args: {
    receipt: receipt([
      file(1, 'scheduled', { dueAt: '2026-11-21T12:00:00Z' }),
      file(2, 'deleted', { deletedAt: '2026-11-20T11:59:59Z' }),
      file(3, 'kept', { usedBy: [{ kind: 'gallery', id: uuid(5), title: 'Summer' }] }),
      file(4, 'kept', { usedBy: [{ kind: 'gallery', id: uuid(6), title: null }] }),
      file(5, 'failing', { failure: { message: 'AccessDenied', attempts: 3, nextAttemptAt: null } }),
      file(6, 'restored'),
      file(7, 'held'),
      file(8, 'hidden'),
    ]),
  },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByText('8 files'))
    await within(canvasElement).findByText('Kept: also used by ‘Summer’')
    await within(canvasElement).findByText(/Not deleted yet: AccessDenied \(3 attempts\)/)
  },
}

/** The time is over: no Undo any more. */
export const Final: Story = {
  args: { receipt: receipt([file(1, 'deleted')], { undoUntil: '2026-11-20T11:59:59Z' }) },
  play: async ({ canvasElement }) =>
    expect(within(canvasElement).queryByRole('button', { name: /^Undo save/ })).toBeNull(),
}

export const NothingDeleted: Story = {}

export const Undone: Story = {
  args: { receipt: receipt([file(1, 'restored')], { undoUntil: null, undoneAt: '2026-11-20T12:00:00Z' }) },
}

export const UndoFailed: Story = { args: { ...Scheduled.args, undoError: 'Some of its files are deleted already.' } }

export const RightToLeft: Story = { ...EveryOutcome, parameters: { dir: 'rtl' } }
export const Dark: Story = { ...EveryOutcome, parameters: { scheme: 'dark' } }
export const Narrow: Story = { ...EveryOutcome, parameters: { inlineSize: '320px' } }
