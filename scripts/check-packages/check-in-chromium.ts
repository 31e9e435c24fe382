import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright'
import { chromiumArgs, chromiumPath } from '../../chromium.config.ts'
import { mustRun } from '../run-command.ts'

export interface ServedPage {
  readonly consumer: string
  /** Folder of the page's files. */
  readonly pages: string
  readonly backendUrl: string
  /** What the page must run on: the beginning of React's version, and its folder's name. */
  readonly react: string
}

/**
 * Renders the quick start in Node, hydrates that page in Chromium, removes a picture and saves; its objects must be
 * gone, and React must have nothing to complain about.
 */
export async function checkInChromium(served: ServedPage): Promise<void> {
  const galleryId = String(await read(`${served.backendUrl}/new-gallery`))
  await writeFile(join(served.pages, 'index.html'), await renderPage(served.consumer, galleryId))
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArgs })
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(`${served.backendUrl}/page/${served.react}/index.html?gallery=${galleryId}`)
    await removeFirstAndSave(page, served.backendUrl)
    const version = await page.locator('html').getAttribute('data-react-version')
    if (!version?.startsWith(served.react)) complaints.push(`This is React ${version}.`)
    if (complaints.length > 0) throw new Error(`The page complains:\n${complaints.join('\n')}`)
  } finally {
    await browser.close()
  }
}

async function renderPage(consumer: string, galleryId: string): Promise<string> {
  const html = await mustRun(process.execPath, [join(consumer, 'render-to-string.mjs'), galleryId])
  return `<!doctype html><html lang="en" style="color-scheme: light dark"><link rel="icon" href="data:,"><link rel="stylesheet" href="styles.css">
<div id="root">${html.trimEnd()}</div><script type="module" src="page.js"></script></html>`
}

async function removeFirstAndSave(page: Page, backendUrl: string): Promise<void> {
  const before = await countObjects(backendUrl)
  const tiles = page.getByRole('grid').getByRole('row')
  await tiles.nth(2).waitFor()
  await tiles.first().focus()
  await page.keyboard.press('Delete')
  await tiles.nth(2).waitFor({ state: 'detached' })
  if ((await countObjects(backendUrl)) !== before) throw new Error('An object was deleted before the save.')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await requireColours(page, save)
  await save.click()
  await page.getByText('Saved').first().waitFor()
  if ((await countObjects(backendUrl)) >= before)
    throw new Error('The removed picture is still in storage after the save.')
}

/** The published stylesheet has its colours, in the light and in the dark. */
async function requireColours(page: Page, button: Locator): Promise<void> {
  await button.focus()
  const colours = new Set<unknown>()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    colours.add(await page.evaluate('getComputedStyle(document.activeElement).backgroundColor'))
  }
  if (colours.size !== 2 || colours.has('rgba(0, 0, 0, 0)'))
    throw new Error(`The Save button is ${[...colours].join(' and ')} in the light and in the dark.`)
}

async function countObjects(backendUrl: string): Promise<number> {
  const keys = await read(`${backendUrl}/object-keys`)
  if (!Array.isArray(keys)) throw new Error('The fake backend did not list its objects.')
  return keys.length
}

async function read(url: string): Promise<unknown> {
  return (await fetch(url)).json()
}
