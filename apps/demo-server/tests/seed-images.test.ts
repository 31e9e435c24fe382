import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createImageTools } from '../src/images/create-image-tools.ts'
import { archipelagoPictures } from '../src/seed/archipelago-pictures.ts'
import { makeSeedImages, type SeedImage } from '../src/seed/make-seed-images.ts'

const images: SeedImage[] = []
for await (const image of makeSeedImages(archipelagoPictures)) images.push(image)

const find = (fileName: string) => images.find(({ picture }) => picture.fileName === fileName)?.bytes ?? Buffer.alloc(0)

test('makes a dozen real JPEG files, one PNG and one WebP, each of another size', async () => {
  const ready = await Promise.all(images.map(({ bytes }) => createImageTools().prepare(bytes)))
  expect(ready.filter(({ mime }) => mime === 'image/jpeg')).toHaveLength(12)
  expect(ready.filter(({ mime }) => mime === 'image/png')).toHaveLength(1)
  expect(ready.filter(({ mime }) => mime === 'image/webp')).toHaveLength(1)
  expect(new Set(ready.map(({ widthPx, heightPx }) => `${widthPx}x${heightPx}`)).size).toBe(images.length)
  expect(Math.min(...ready.map(({ widthPx }) => widthPx))).toBe(400)
  expect(Math.max(...ready.map(({ widthPx }) => widthPx))).toBe(2400)
})

test('stores one picture lying down with EXIF orientation 6, and it shows upright', async () => {
  const bytes = find('lighthouse.jpg')
  expect(await sharp(bytes).metadata()).toMatchObject({ orientation: 6, width: 1800, height: 1200 })
  expect(await createImageTools().prepare(bytes)).toMatchObject({ widthPx: 1200, heightPx: 1800 })
})

test('makes the same file every time', async () => {
  for await (const { picture, bytes } of makeSeedImages(archipelagoPictures.slice(-3))) {
    expect(bytes.equals(find(picture.fileName))).toBe(true)
  }
})
