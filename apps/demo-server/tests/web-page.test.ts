import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoGalleries } from '../src/seed/demo-galleries.ts'
import { seedDemo } from '../src/seed/seed-demo.ts'
import { startPage, type TestPage } from './fixture/start-page.ts'

/** The seed with three pictures each, the shared one among them. */
const galleries = demoGalleries.map((gallery) => ({ ...gallery, pictures: gallery.pictures.slice(-3) }))

let demo: TestPage
beforeAll(async () => {
  demo = await startPage({ graceMs: 4_000 })
  await seedDemo(demo.server.deps, galleries)
}, 120_000)
afterAll(() => demo.stop())

/** The page once the bucket and a gallery of Ada's are shown. */
async function open(title: string) {
  const page = await demo.open('/')
  await page.getByRole('button', { name: title }).first().click()
  await page.getByRole('heading', { name: title }).waitFor()
  const bucket = page.getByRole('complementary', { name: 'Bucket' })
  await bucket.getByText('attached').first().waitFor()
  const row = (fileName: string) => bucket.getByRole('listitem').filter({ hasText: fileName }).first()
  return { page, bucket, row }
}

test('shows a removed picture as condemned after the save and not before, then exactly its objects as gone', async () => {
  const { page, bucket, row } = await open('Summer in the archipelago')
  await page.getByRole('row', { name: /gulls/ }).focus()
  await page.keyboard.press('Delete')
  await page.getByText('1 removed').waitFor()
  expect(await row('gulls.jpg').innerText()).toContain('attached')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await row('gulls.jpg')
    .getByText(/deleted in \d s/)
    .waitFor()
  await bucket.getByText(/^Gone: 3 objects/).click()
  const keys = await bucket.locator('code').allInnerTexts()
  expect(keys.map((key) => key.replace(/^media\/[0-9a-f-]{36}\//, ''))).toEqual([
    'original.jpg',
    'w320.webp',
    'w960.webp',
  ])
  await page.close()
})

test('asks before a switch of user would lose unsaved changes', async () => {
  const { page } = await open('Summer in the archipelago')
  await page.getByRole('row').first().focus()
  await page.keyboard.press('Delete')
  await page.getByText('1 removed').waitFor()
  await page.getByText('Ben', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  expect(await page.getByLabel('Ada').isChecked()).toBe(true)
  await page.getByText('1 removed').waitFor()
  await page.getByText('Ben', { exact: true }).click()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByRole('heading', { name: 'Garden, week by week' }).waitFor()
  await page.close()
})

test('says what deleting a gallery keeps, and takes the deletion back', async () => {
  const { page, row } = await open('Winter light')
  await page.getByRole('button', { name: 'Delete gallery ‘Winter light’' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^2 files, .* will be deleted; 1 kept: also used by ‘Summer in the archipelago’\.$/).waitFor()
  await dialog.getByRole('button', { name: 'Delete gallery' }).click()
  await row('first-snow.jpg')
    .getByText(/deleted in \d s/)
    .waitFor()
  await page.getByRole('button', { name: /^Undo \d/ }).click()
  await page.getByText('‘Winter light’ is back').waitFor()
  await row('first-snow.jpg').getByText('attached').waitFor()
  await page.close()
})

test('proves on demand that bucket and database fit', async () => {
  const { page, bucket } = await open('Summer in the archipelago')
  await bucket.getByText('Bucket and database were not compared yet').waitFor()
  await bucket.getByRole('button', { name: 'Verify now' }).click()
  await bucket.getByText(/^0 orphans, 0 dangling, \d+ objects, proven \d+ s ago$/).waitFor()
  expect(await bucket.getByRole('status').allInnerTexts()).toEqual([''])
  await page.close()
})

test('throws nothing meanwhile', () => {
  expect(demo.errors).toEqual([])
})

test('gives focus back when a dialog is closed by its button', async () => {
  const { page } = await open('Summer in the archipelago')
  const opener = page.getByRole('button', { name: 'New gallery' })
  await opener.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.close()
})
