import { expect, test } from 'vitest'
import { formatBytes } from './format-bytes.ts'

test('a size has the largest unit that fits', () => {
  const sizes = [0, 1023, 1024, 8_808_038, 20_971_520, 3_221_225_472]
  expect(sizes.map((size) => formatBytes(size, 'en'))).toEqual([
    '0 byte',
    '1,023 byte',
    '1 kB',
    '8.4 MB',
    '20 MB',
    '3 GB',
  ])
})
