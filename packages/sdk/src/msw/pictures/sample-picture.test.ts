import { expect, test } from 'vitest'
import { samplePicture } from './sample-picture.ts'
import { drawScene } from './scene.ts'

const numbers = Array.from({ length: 40 }, (_, number) => number)

test('draws the same picture for the same number, and another one for another', () => {
  const drawn = numbers.map((number) => drawScene(samplePicture(number).content))
  expect(drawScene(samplePicture(7).content)).toBe(drawn[7])
  expect(new Set(drawn).size).toBe(numbers.length)
})

test('draws in the size that the picture says', () => {
  const { content, widthPx, heightPx } = samplePicture(1)
  expect(drawScene(content)).toContain(`width="${widthPx}" height="${heightPx}"`)
  expect(drawScene(content)).not.toContain('NaN')
})

test('varies names, shapes and alt texts', () => {
  const pictures = numbers.map(samplePicture)
  expect(new Set(pictures.map(({ fileName }) => fileName)).size).toBe(numbers.length)
  expect(new Set(pictures.map(({ widthPx, heightPx }) => widthPx / heightPx)).size).toBeGreaterThan(4)
  expect(pictures.some(({ altText }) => altText === null)).toBe(true)
})
