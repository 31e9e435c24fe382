import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { drawPicture, makeTile } from '../../../tests/grid-fixtures.ts'
import { makeMedia } from '../../../tests/editor-fixtures.ts'
import type { ItemDetails } from '../../editor/select-details.ts'
import { DetailsPanel } from './DetailsPanel.tsx'

const details: ItemDetails = {
  id: 'tile-0',
  index: 1,
  total: 12,
  caption: 'Evening at the harbour',
  alt: 'Fishing boats at the pier',
  inheritedAlt: null,
  media: makeMedia(0),
  largeUrl: null,
  previousId: 'a',
  nextId: 'b',
  nextWithoutAltId: 'c',
}

const meta: Meta<typeof DetailsPanel> = {
  title: 'Editor/DetailsPanel',
  component: DetailsPanel,
  args: {
    details,
    tile: makeTile(0),
    placement: 'side',
    onGo: fn(),
    onClose: fn(),
    commands: {
      editAlt: fn(),
      editCaption: fn(),
      moveTo: fn(),
      replace: fn(),
      dropReplacement: fn(),
      setCover: fn(),
      remove: fn(),
    },
  },
}
export default meta

type Story = StoryObj<typeof DetailsPanel>

export const Own: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByLabelText('Alt text'), '!')
    await expect(args.commands.editAlt).toHaveBeenLastCalledWith('tile-0', `${details.alt}!`, expect.any(String))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(args.onGo).toHaveBeenCalledWith('c')
    await userEvent.keyboard('{Escape}')
    await expect(args.onClose).toHaveBeenCalledOnce()
  },
}

/** The file's own words, until this gallery has others. */
export const Inherited: Story = { args: { details: { ...details, alt: undefined, inheritedAlt: 'Boats' } } }

export const Missing: Story = { args: { details: { ...details, alt: undefined } } }

export const Decorative: Story = {
  args: { details: { ...details, alt: '', inheritedAlt: 'Boats' } },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await within(canvasElement).findByRole('checkbox'))
    await expect(args.commands.editAlt).toHaveBeenLastCalledWith('tile-0', undefined, expect.any(String))
  },
}

/** A save will take the new picture. */
export const Replacing: Story = {
  args: { tile: makeTile(0, { replacedImage: drawPicture(9) }) },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Keep the old picture' }))
    await expect(args.commands.dropReplacement).toHaveBeenCalledWith('tile-0')
  },
}

/** Shown, never deleted. */
export const External: Story = {
  args: { tile: makeTile(0, { isExternal: true }), details: { ...details, media: null } },
}

export const First: Story = { args: { details: { ...details, index: 0, previousId: null } } }
export const ReadOnly: Story = { args: { isReadOnly: true } }
export const Over: Story = { args: { placement: 'over' } }
export const Dark: Story = { parameters: { scheme: 'dark' } }
export const RightToLeft: Story = { parameters: { dir: 'rtl' } }
