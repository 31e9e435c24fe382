import { createFakeBackend } from '@gallerist/sdk/msw'
import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import readme from '../../../README.md?raw'
import { serve } from '../.storybook/network.ts'
import { App } from './quick-start.tsx'

test('the README shows the quick start as it is tested here', async () => {
  const { default: source } = await import('./quick-start.tsx?raw')
  expect(readme).toContain(`\`\`\`tsx\n${source}\`\`\``)
})

test('the quick start deletes a removed picture from storage on save, and not before', async () => {
  const backend = createFakeBackend({ currentUser: 'alice', graceMs: 0 })
  const { id: galleryId } = backend.seedGallery({ items: 3 })
  await serve('quick-start', backend.handlers)
  const screen = await render(
    <StrictMode>
      <App galleryId={galleryId} />
    </StrictMode>,
  )
  const tiles = screen.getByRole('grid').getByRole('row')
  await expect.element(tiles.nth(2)).toBeVisible()
  const before = backend.objectKeys()

  tiles.first().element().focus()
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => tiles.elements().length).toBe(2)
  expect(backend.objectKeys()).toEqual(before)

  await screen.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => backend.objectKeys().length).toBeLessThan(before.length)
  expect(backend.readGallery(galleryId).items).toHaveLength(2)
})
