import type { SeedItem } from '@gallerist/sdk/msw'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { loadFakeGallery, withFakeGallery } from '../../.storybook/fake-gallery.tsx'
import { drawFile } from '../../.storybook/sample-files.ts'
import { breakingUploads, haltingUploads } from '../../.storybook/scripted-uploads.ts'
import { GalleryEditor } from './GalleryEditor.tsx'

const meta: Meta<typeof GalleryEditor> = {
  title: 'Editor/GalleryEditor',
  component: GalleryEditor,
  args: { galleryId: '' },
  loaders: [loadFakeGallery],
  decorators: [withFakeGallery],
}
export default meta

type Story = StoryObj<typeof GalleryEditor>
type Play = NonNullable<Story['play']>
type Canvas = Parameters<Play>[0]['canvasElement']

const tileOf = (canvas: Canvas, name: RegExp) => within(canvas).findByRole('row', { name })
const rowsOf = (canvas: Canvas) => within(canvas).findAllByRole('row')
const press = async (canvas: Canvas, name: RegExp | string) =>
  userEvent.click(await within(canvas).findByRole('button', { name }))

/** The second tile, as often as asked. */
async function removeTiles(canvas: Canvas, count: number): Promise<void> {
  if (count === 0) return
  const [, second] = await rowsOf(canvas)
  second?.focus()
  await userEvent.keyboard('{Delete}')
  await removeTiles(canvas, count - 1)
}

async function addFiles(canvas: Canvas, names: readonly string[]): Promise<void> {
  await rowsOf(canvas)
  const input = canvas.querySelector<HTMLInputElement>('.gl-dropzone > input[type=file]')
  const files = await Promise.all(names.map((name, index) => drawFile(name, index * 50)))
  if (input) await userEvent.upload(input, files)
}

const openDetails: Play = async ({ canvasElement }) => {
  const [first] = await rowsOf(canvasElement)
  first?.focus()
  await userEvent.keyboard('{Enter}')
  await within(canvasElement).findByRole('dialog')
}

/** A gallery as it is when nothing was changed. */
export const Saved: Story = {
  play: async ({ canvasElement }) => {
    await tileOf(canvasElement, /cover/)
    await expect(within(canvasElement).queryByRole('button', { name: 'Save' })).toBeNull()
  },
}

export const Empty: Story = { parameters: { gallery: { seed: { items: [] } } } }

export const Loading: Story = {
  parameters: {
    gallery: {
      prepare: (backend) => void backend.faults.add({ kind: 'slow', endpoint: 'getGallery', delayMs: 600_000 }),
    },
  },
}

export const FailedLoad: Story = {
  parameters: {
    gallery: {
      prepare: (backend) =>
        void backend.faults.add({ kind: 'refused', endpoint: 'getGallery', code: 'OVERLOADED', times: 2 }),
    },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('The gallery could not be loaded')
  },
}

/** Only what is on the screen is in the page. */
export const Many: Story = { parameters: { gallery: { seed: { items: 1_000 } } } }

/** Progress says what is really sent; Save waits for it. */
export const Uploading: Story = {
  parameters: { gallery: { uploads: haltingUploads([0.12, 0.45, 0.83, 1]) } },
  play: async ({ canvasElement }) => {
    await addFiles(canvasElement, ['beach.png', 'harbour.png', 'market.png', 'tower.png', 'bridge.png'])
    await within(canvasElement).findByRole('button', { name: 'Save when 5 uploads finish' })
  },
}

/** A failed upload blocks the save until a person decides. */
export const FailedUpload: Story = {
  parameters: { gallery: { uploads: breakingUploads } },
  play: async ({ canvasElement }) => {
    await addFiles(canvasElement, ['beach.png', 'harbour.png'])
    await press(canvasElement, '2 uploads failed')
  },
}

/** Files that are no pictures never become tiles. */
export const RejectedFiles: Story = {
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    const input = canvasElement.querySelector<HTMLInputElement>('.gl-dropzone > input[type=file]')
    const files = [new File(['%PDF'], 'invoice.jpg', { type: 'image/jpeg' }), new File([], 'nothing.png')]
    if (input) await userEvent.upload(input, files, { applyAccept: false })
    await within(canvasElement).findByText('2 files not added')
  },
}

/** Local until Save: what goes, what is kept because it is used elsewhere, and a way back for each. */
export const RemovedPending: Story = {
  parameters: {
    gallery: {
      prepare: (backend, galleryId) => {
        const second = backend.readGallery(galleryId).items[1]
        if (second?.kind === 'media') backend.seedGallery({ title: 'Summer', items: [{ mediaId: second.media.id }] })
      },
    },
  },
  play: async ({ canvasElement }) => {
    await removeTiles(canvasElement, 3)
    await press(canvasElement, '3 removed')
    await within(canvasElement).findByText(/also used by ‘Summer’/, {}, { timeout: 5_000 })
  },
}

export const Saving: Story = {
  parameters: {
    gallery: {
      prepare: (backend) => void backend.faults.add({ kind: 'slow', endpoint: 'saveGallery', delayMs: 600_000 }),
    },
  },
  play: async ({ canvasElement }) => {
    await removeTiles(canvasElement, 1)
    await press(canvasElement, 'Save')
    await within(canvasElement).findByRole('button', { name: 'Saving…' })
  },
}

export const FailedSave: Story = {
  parameters: {
    gallery: {
      prepare: (backend) => void backend.faults.add({ kind: 'refused', endpoint: 'saveGallery', code: 'OVERLOADED' }),
    },
  },
  play: async ({ canvasElement }) => {
    await removeTiles(canvasElement, 1)
    await press(canvasElement, 'Save')
    await press(canvasElement, 'Try again')
    await within(canvasElement).findByText('Saved')
  },
}

/** Somebody saved first: the draft stays. */
export const Conflict: Story = {
  parameters: { gallery: { prepare: (backend) => void backend.faults.add({ kind: 'conflict-on-save' }) } },
  play: async ({ canvasElement }) => {
    await removeTiles(canvasElement, 2)
    await press(canvasElement, 'Save')
    await within(canvasElement).findByText('Someone else saved this gallery')
    await expect(await rowsOf(canvasElement)).toHaveLength(9)
  },
}

/** What became of each file, live, and Undo while the grace runs. */
export const SavedWithReceipt: Story = {
  parameters: { gallery: { backend: { graceMs: 120_000 } } },
  play: async ({ canvasElement }) => {
    await removeTiles(canvasElement, 2)
    await press(canvasElement, 'Save')
    await within(canvasElement).findByRole('button', { name: /Undo save/ })
  },
}

/** The undo of a save brings everything back. */
export const UndoneSave: Story = {
  parameters: { gallery: { backend: { graceMs: 120_000 } } },
  play: async (context) => {
    await SavedWithReceipt.play?.(context)
    await press(context.canvasElement, /Undo save/)
    await within(context.canvasElement).findByText('Save undone')
    await waitFor(async () => expect(await rowsOf(context.canvasElement)).toHaveLength(11))
  },
}

/** One image: texts, file, place, what can be done. */
export const Details: Story = { play: openDetails }

/** Before and after, until it is saved. */
export const Replaced: Story = {
  play: async (context) => {
    await openDetails(context)
    const input = context.canvasElement.querySelector<HTMLInputElement>('.gl-details input[type=file]')
    if (input) await userEvent.upload(input, await drawFile('new.png', 10))
    await within(context.canvasElement).findByText('After saving')
  },
}

export const ReadOnly: Story = { args: { readOnly: true } }

export const Dark: Story = { ...RemovedPending, parameters: { ...RemovedPending.parameters, scheme: 'dark' } }

export const DarkDetails: Story = { play: openDetails, parameters: { scheme: 'dark' } }

export const RightToLeft: Story = { ...SavedWithReceipt, parameters: { ...SavedWithReceipt.parameters, dir: 'rtl' } }

export const RightToLeftDetails: Story = { play: openDetails, parameters: { dir: 'rtl' } }

const long = 'a-very-long-file-name-that-a-camera-or-an-export-of-a-design-tool-made-up-and-nobody-would-ever-type'

const longItems: readonly SeedItem[] = Array.from({ length: 5 }, (_, index) => ({
  fileName: `${long}-${index}.jpg`,
  title: `${long} ${index}`,
  caption: 'A caption that goes on and on. '.repeat(12),
  alt: `An alternative text much longer than anybody should write. `.repeat(4),
}))

export const LongText: Story = {
  parameters: { gallery: { seed: { items: longItems } } },
  play: async (context) => {
    await removeTiles(context.canvasElement, 2)
    await press(context.canvasElement, '2 removed')
    await openDetails(context)
  },
}

export const Narrow: Story = { ...RemovedPending, parameters: { ...RemovedPending.parameters, inlineSize: '360px' } }

export const NarrowReceipt: Story = {
  ...SavedWithReceipt,
  parameters: { ...SavedWithReceipt.parameters, inlineSize: '360px' },
}

export const NarrowDetails: Story = { play: openDetails, parameters: { inlineSize: '360px' } }
