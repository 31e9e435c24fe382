import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import type { ChangeCounts, SaveOutlook } from '../../editor/select-save-outlook.ts'
import { SaveBar } from './SaveBar.tsx'
import { SaveFailureNotice } from './SaveFailureNotice.tsx'

const nothing: ChangeCounts = {
  added: 0,
  removed: 0,
  replaced: 0,
  moved: 0,
  altTexts: 0,
  captions: 0,
  isCoverChanged: false,
}

const outlook = (status: SaveOutlook['status'], more: Partial<SaveOutlook> = {}): SaveOutlook => ({
  status,
  changes: { ...nothing, added: 2, removed: 3 },
  pendingCount: 0,
  stuckIds: [],
  ...more,
})

const meta: Meta<typeof SaveBar> = {
  title: 'Editor/SaveBar',
  component: SaveBar,
  args: {
    outlook: outlook('ready'),
    forecast: { deleteCount: 3, deleteBytes: 8_808_038, keepCount: 0, isExact: true },
    commands: { save: fn(), withdraw: fn(), discard: fn(), toggleTray: fn(), jumpTo: fn() },
    isTrayOpen: false,
  },
}
export default meta

type Story = StoryObj<typeof SaveBar>

/** What a save will do, before it is done. */
export const Ready: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Save' }))
    await expect(args.commands.save).toHaveBeenCalledOnce()
  },
}

export const EveryKindOfChange: Story = {
  args: {
    outlook: outlook('ready', {
      changes: { added: 2, removed: 3, replaced: 1, moved: 4, altTexts: 2, captions: 1, isCoverChanged: true },
    }),
    forecast: { deleteCount: 3, deleteBytes: 8_808_038, keepCount: 1, isExact: true },
  },
}

/** The server has not said yet who else uses the files. */
export const Reckoned: Story = {
  args: { forecast: { deleteCount: 3, deleteBytes: 9_100_000, keepCount: 0, isExact: false } },
}

export const UploadsRunning: Story = { args: { outlook: outlook('ready', { pendingCount: 4 }), forecast: null } }

export const Waiting: Story = {
  args: { outlook: outlook('waiting', { pendingCount: 4 }), forecast: null },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Cancel save' }))
    await expect(args.commands.withdraw).toHaveBeenCalledOnce()
  },
}

/** Cannot be pressed, and keeps the focus all the same. */
export const Saving: Story = {
  args: { outlook: outlook('saving') },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Saving…' }))
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Discard' }))
    await expect(args.commands.save).not.toHaveBeenCalled()
    await expect(args.commands.discard).not.toHaveBeenCalled()
  },
}

export const Blocked: Story = {
  args: { outlook: outlook('blocked', { stuckIds: ['a', 'b'] }) },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: '2 uploads failed' }))
    await expect(args.commands.jumpTo).toHaveBeenCalledWith('a')
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Save' }))
    await expect(args.commands.save).not.toHaveBeenCalled()
  },
}

export const Conflicted: Story = { args: { outlook: outlook('conflicted') } }

export const Failed: Story = {
  args: {
    outlook: outlook('failed'),
    children: (
      <SaveFailureNotice
        failure={{ code: 'MEDIA_GONE', message: 'Some images are gone from storage.', goneMediaIds: ['x'] }}
        goneIds={['x']}
        onRemove={fn()}
      />
    ),
  },
}

export const Clean: Story = {
  args: { outlook: outlook('clean') },
  play: async ({ canvasElement }) => expect(within(canvasElement).queryByRole('button')).toBeNull(),
}

export const Narrow: Story = { ...EveryKindOfChange, parameters: { inlineSize: '320px' } }
export const Dark: Story = { ...Blocked, parameters: { scheme: 'dark' } }
