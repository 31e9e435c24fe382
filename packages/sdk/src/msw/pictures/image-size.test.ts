import { expect, test } from 'vitest'
import { readImageSize } from './image-size.ts'

const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 3, 0x20, 0, 0, 2, 0x58]
const quantization = [0xff, 0xdb, 0, 4, 1, 1]
const frame = [0xff, 0xc2, 0, 11, 8, 2, 0x58, 3, 0x20, 1, 1, 0x11, 0]

test('reads the size of a PNG', () => {
  expect(readImageSize(new Uint8Array(png), 'image/png')).toEqual({ widthPx: 800, heightPx: 600 })
})

test('reads the size of a JPEG behind other segments', () => {
  const bytes = new Uint8Array([0xff, 0xd8, ...quantization, ...frame])
  expect(readImageSize(bytes, 'image/jpeg')).toEqual({ widthPx: 800, heightPx: 600 })
})

test.for([
  ['a PNG', png.slice(0, 20), 'image/png'],
  ['a JPEG', [0xff, 0xd8, ...quantization], 'image/jpeg'],
  ['a JPEG of one segment without length', [0xff, 0xd8, 0xff, 0xdb], 'image/jpeg'],
] as const)('reads nothing off %s that is cut off', ([, bytes, mime]) => {
  expect(readImageSize(new Uint8Array(bytes), mime)).toBeNull()
})

test('takes a type that it cannot read for one pixel', () => {
  expect(readImageSize(new Uint8Array(40), 'image/webp')).toEqual({ widthPx: 1, heightPx: 1 })
})
