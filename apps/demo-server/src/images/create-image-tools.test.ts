import { createHash, randomBytes } from 'node:crypto'
import { limits } from '@gallerist/sdk/contract'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { createImageTools } from './create-image-tools.ts'

const images = createImageTools()

/** Noise does not compress, so that a cut hits pixels and not the header. */
function picture(width: number, height: number): Sharp {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
}

function refusal(bytes: Buffer): Promise<unknown> {
  return images.prepare(bytes).then(
    () => 'accepted',
    (error: unknown) => error,
  )
}

test.for(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('reads a %s', async (format) => {
  const bytes = await picture(400, 100).toFormat(format).toBuffer()
  const image = await images.prepare(bytes)
  expect(image).toMatchObject({ mime: `image/${format}`, sizeBytes: bytes.length, widthPx: 400, heightPx: 100 })
  expect(image.checksumSha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(image.thumbnails).toMatchObject([
    { nominalWidthPx: 320, widthPx: 320, heightPx: 80 },
    { nominalWidthPx: 960, widthPx: 400, heightPx: 100 },
  ])
  const written = await Promise.all(image.thumbnails.map((thumbnail) => sharp(thumbnail.bytes).metadata()))
  expect(written.map(({ format: found, width, height }) => [found, width, height])).toEqual([
    ['webp', 320, 80],
    ['webp', 400, 100],
  ])
})

test('turns a picture upright and leaves place and camera out of its thumbnails', async () => {
  const exif = { IFD0: { Model: 'Camera X' }, IFD3: { GPSLatitude: '47/1 22/1 0/1', GPSLatitudeRef: 'N' } }
  const halves = sharp({ create: { width: 400, height: 200, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { width: 200, height: 200, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ])
  const bytes = await halves.withExif(exif).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer()
  expect((await sharp(bytes).metadata()).orientation).toBe(6)
  expect(bytes.includes('Camera X')).toBe(true)
  const image = await images.prepare(bytes)
  expect([image.widthPx, image.heightPx]).toEqual([200, 400])
  const [small] = image.thumbnails
  const metadata = await sharp(small?.bytes).metadata()
  expect([metadata.width, metadata.height]).toEqual([200, 400])
  expect(metadata).not.toHaveProperty('exif')
  expect(metadata.orientation).toBeUndefined()
  expect(small?.bytes.includes('Camera X')).toBe(false)
  // Orientation 6 is a quarter turn clockwise: what was left is now above.
  const top = await sharp(small?.bytes)
    .extract({ left: 90, top: 40, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer()
  expect(top[0]).toBeGreaterThan(200)
  expect(top[2]).toBeLessThan(60)
})

test('shows the first frame of an animation', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(bytes).metadata()).pages).toBe(3)
  const image = await images.prepare(bytes)
  expect([image.widthPx, image.heightPx]).toEqual([64, 48])
  const metadata = await sharp(image.thumbnails[0]?.bytes).metadata()
  expect([metadata.width, metadata.height, metadata.pages ?? 1]).toEqual([64, 48, 1])
  const [red] = await sharp(image.thumbnails[0]?.bytes).raw().toBuffer()
  expect(red).toBeGreaterThan(200)
})

test('narrows a strip that is longer than WebP can be', async () => {
  const strip = sharp({ create: { width: 10, height: 20_000, channels: 3, background: '#123456' } })
  const image = await images.prepare(await strip.png().toBuffer())
  expect([image.widthPx, image.heightPx]).toEqual([10, 20_000])
  expect(image.thumbnails.map((thumbnail) => thumbnail.heightPx)).toEqual([1280, 3840])
})

test('keeps transparency', async () => {
  const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  const image = await images.prepare(await clear.png().toBuffer())
  expect((await sharp(image.thumbnails[0]?.bytes).metadata()).hasAlpha).toBe(true)
})

test.for(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('refuses a %s that is cut off', async (format) => {
  const bytes = await picture(300, 300).toFormat(format).toBuffer()
  expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * 0.7)))).toMatchObject({ code: 'FILE_UNREADABLE' })
})

test.for(['gif', 'webp'] as const)('refuses an animated %s whose later frame is cut off', async (format) => {
  const frames = await Promise.all([1, 2, 3].map(() => picture(64, 64).png().toBuffer()))
  const bytes = await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
  expect(await images.prepare(bytes)).toMatchObject({ widthPx: 64, heightPx: 64 })
  expect(await refusal(bytes.subarray(0, bytes.length - 1000))).toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('refuses an animation whose later frame is damaged', async () => {
  const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * (index % 251)) % 256))
  const frame = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
  const turned = await sharp(frame).rotate(90).png().toBuffer()
  const bytes = await sharp([frame, turned, frame], { join: { animated: true } })
    .gif()
    .toBuffer()
  expect(await images.prepare(bytes)).toMatchObject({ mime: 'image/gif' })
  bytes.fill(0xff, bytes.length - 600, bytes.length - 300)
  expect(await refusal(bytes)).toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('refuses a PNG whose pixels were changed', async () => {
  const bytes = await picture(100, 100).png().toBuffer()
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 64)
  expect(await refusal(bytes)).toMatchObject({ code: 'FILE_UNREADABLE' })
})

test.for([
  ['HTML', '<!doctype html><script>alert(1)</script>', 'text/html'],
  ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['bare SVG', '<svg onload="alert(1)"/>', 'image/svg+xml'],
  ['PDF', '%PDF-1.7\n', 'application/pdf'],
  ['text', 'hello', 'application/octet-stream'],
  ['BMP', 'BM\u0036\u0000\u0000\u0000', 'image/bmp'],
] as const)('refuses %s whatever its name says', async ([, text, found]) => {
  expect(await refusal(Buffer.from(text, 'latin1'))).toMatchObject({
    code: 'FILE_TYPE_UNSUPPORTED',
    details: { found },
  })
})

test('refuses a TIFF', async () => {
  const tiff = await picture(10, 10).tiff().toBuffer()
  expect(await refusal(tiff)).toMatchObject({ code: 'FILE_TYPE_UNSUPPORTED', details: { found: 'image/tiff' } })
})

test('refuses a bare signature without a picture', async () => {
  const png = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')
  expect(await refusal(png)).toMatchObject({ code: expect.stringMatching(/^FILE_(UNREADABLE|TYPE_UNSUPPORTED)$/) })
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4])
  expect(await refusal(jpeg)).toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('refuses an empty file and one that is too large', async () => {
  expect(await refusal(Buffer.alloc(0))).toMatchObject({ code: 'FILE_EMPTY' })
  const sizeBytes = limits.fileBytes + 1
  expect(await refusal(Buffer.alloc(sizeBytes))).toMatchObject({
    code: 'FILE_TOO_LARGE',
    details: { sizeBytes, limitBytes: limits.fileBytes },
  })
})

test('refuses a pixel bomb before it decodes it', async () => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  // Says 20,000 × 20,000 in its header and holds 8 × 8: decoding it would end in FILE_UNREADABLE.
  bytes.writeUInt32BE(20_000, 16)
  bytes.writeUInt32BE(20_000, 20)
  const { crc32 } = await import('node:zlib')
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  expect(await refusal(bytes)).toMatchObject({
    code: 'FILE_TOO_MANY_PIXELS',
    details: { pixels: 400_000_000, limitPixels: limits.filePixels },
  })
})
