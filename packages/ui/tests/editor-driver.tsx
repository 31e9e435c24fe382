import { page, userEvent } from 'vitest/browser'
import { type EditorApp, type EditorAppOptions, makePictureFile, renderEditor } from './editor-app.tsx'

/** An editor and the verbs of its tests. */
export async function openEditor({ widthPx = 1200, ...options }: EditorAppOptions & { widthPx?: number } = {}) {
  await page.viewport(widthPx, 900)
  const app = await renderEditor(options)
  const { screen } = app
  const button = (name: string | RegExp) => screen.getByRole('button', { name, exact: typeof name === 'string' })
  const rows = () => screen.getByRole('row')
  const fileInput = (scope: string) => {
    const input = screen.container.querySelector<HTMLInputElement>(`${scope} input[type=file]`)
    if (!input) throw new Error(`There is no file input in ${scope}.`)
    return input
  }
  return {
    ...app,
    button,
    rows,
    text: (words: string | RegExp) => screen.getByText(words),
    press: (name: string | RegExp) => button(name).click(),
    focusTile: (index: number) => focus(rows().nth(index).element()),
    async removeTile(index: number) {
      await rows().nth(index).findElement()
      focus(rows().nth(index).element())
      await userEvent.keyboard('{Delete}')
    },
    async openTile(index: number) {
      await rows().nth(index).findElement()
      focus(rows().nth(index).element())
      await userEvent.keyboard('{Enter}')
      await screen.getByRole('dialog').findElement()
    },
    async addFile(file: File | string) {
      await rows().first().findElement()
      const picked = typeof file === 'string' ? await makePictureFile(file) : file
      await userEvent.upload(fileInput('.gl-dropzone >'), picked)
    },
    replaceOpen: async (name: string) =>
      userEvent.upload(fileInput('.gl-details'), await makePictureFile(name, 'crimson')),
    images: () => [...screen.container.querySelectorAll<HTMLImageElement>('[role=row] img')].map(({ src }) => src),
    /** Requests that change something; plans do not. */
    changes: () => app.writes.filter((request) => !request.includes('/plans/')),
    saves: () => app.writes.filter((request) => request === `PUT /api/galleries/${app.galleryId}`),
    version: () => app.backend.readGallery(app.galleryId).version,
  } satisfies EditorApp & Record<string, unknown>
}

function focus(element: Element): void {
  if (element instanceof HTMLElement) element.focus()
}
