import type { Meta, StoryObj } from '@storybook/react-vite'
import { drawPicture, makeTile, makeTiles, makeUpload } from '../../../tests/grid-fixtures.ts'
import { GridPlayground } from '../../../tests/grid-playground.tsx'

const meta: Meta<typeof GridPlayground> = {
  title: 'Grid/GalleryGrid',
  component: GridPlayground,
  args: { tiles: makeTiles(12), onAdd: () => {} },
}
export default meta

type Story = StoryObj<typeof GridPlayground>

const long =
  'A very long file name that nobody would type but a camera or an export of a design tool does (final) (2).jpeg'

const uploading = [
  makeTile(0),
  makeTile(1, { isNew: true, upload: makeUpload('queued') }),
  makeTile(2, { isNew: true, upload: makeUpload('preparing') }),
  makeTile(3, { isNew: true, upload: makeUpload('sending', 0.08) }),
  makeTile(4, { isNew: true, upload: makeUpload('sending', 0.63) }),
  makeTile(5, { isNew: true, upload: makeUpload('processing') }),
  makeTile(6, { isNew: true }),
]

const failed = [
  makeTile(0),
  makeTile(21, { isNew: true, upload: makeUpload('failed', 0, 'Too large: 24 MB, limit 20 MB') }),
  makeTile(22, { isNew: true, upload: makeUpload('failed', 0.4, 'Connection lost') }),
  makeTile(23, { isNew: true, upload: makeUpload('expired') }),
  makeTile(24, { image: { kind: 'external', url: 'data:image/png;base64,broken' }, isExternal: true }),
  makeTile(25, { image: null }),
]

/** What most galleries are. */
export const Few: Story = {}

/** As many as a gallery holds. */
export const Many: Story = { args: { tiles: makeTiles(10_000) } }

/** Every phase that an upload goes through. */
export const Uploading: Story = { args: { tiles: uploading } }

/** Uploads that did not succeed, a picture that does not load and one that is not there. */
export const Failed: Story = { args: { tiles: failed } }

/** The new picture and the one that a save will replace. */
export const Replaced: Story = {
  args: {
    tiles: [
      makeTile(0),
      makeTile(1, { replacedImage: drawPicture(7) }),
      makeTile(2, { replacedImage: drawPicture(9), upload: makeUpload('sending', 0.35) }),
      makeTile(3, { isExternal: true }),
    ],
  },
}

/** Several tiles selected, the header with what can be done to them. */
export const Selected: Story = {
  args: { selection: { ids: new Set(['tile-1', 'tile-2', 'tile-5']), onChange: () => {} } },
}

/** To look at, not to edit. */
export const ReadOnly: Story = { args: { readOnly: true } }

export const Dark: Story = {
  args: { tiles: [...uploading, ...failed.slice(1)] },
  parameters: { scheme: 'dark' },
}

export const RightToLeft: Story = { parameters: { dir: 'rtl' } }

/** Three columns from 320 px. */
export const Narrow: Story = {
  args: {
    tiles: [...makeTiles(8), makeTile(8, { upload: makeUpload('sending', 0.5) }), ...failed.slice(1, 4)],
  },
  parameters: { inlineSize: '320px' },
}

/** Names that are too long for any tile. */
export const LongText: Story = {
  args: {
    tiles: [
      makeTile(0, { label: long, image: { kind: 'local', url: 'data:image/png;base64,broken' } }),
      makeTile(1, {
        label: long,
        upload: makeUpload('failed', 0, `The server refused ${long}, because it is too long`),
      }),
      makeTile(2, { label: long, isExternal: true, isNew: true }),
    ],
  },
}

export const Empty: Story = { args: { tiles: [] } }
