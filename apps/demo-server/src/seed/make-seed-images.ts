import sharp, { type Sharp } from 'sharp'
import { addGrain, drawSvg } from './art/add-grain.ts'
import { createCanvas } from './art/canvas.ts'
import type { SeedPicture } from './seed-picture.ts'

export interface SeedImage {
  readonly picture: SeedPicture
  readonly bytes: Buffer
}

/** Makes the files of these pictures, one after the other; equal pictures give equal files. */
export async function* makeSeedImages(pictures: readonly SeedPicture[]): AsyncGenerator<SeedImage, void> {
  for (const picture of pictures) yield { picture, bytes: await makeSeedImage(picture) }
}

async function makeSeedImage(picture: SeedPicture): Promise<Buffer> {
  const drawn = drawSvg(toSvg(picture))
  if (picture.fileName.endsWith('.png')) return drawn.png({ palette: true }).toBuffer()
  const grained = addGrain(drawn, seedOf(picture))
  if (picture.fileName.endsWith('.webp')) return grained.webp({ quality: 84 }).toBuffer()
  const upright = picture.isTurned ? await layDown(grained) : grained
  return upright.jpeg({ quality: 86 }).toBuffer()
}

/** In a step of its own, because libvips turns before it composites. */
async function layDown(image: Sharp): Promise<Sharp> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).rotate(270).withMetadata({ orientation: 6 })
}

function toSvg(picture: SeedPicture): string {
  const { widthPx, heightPerWidth, layers } = picture
  const canvas = createCanvas(heightPerWidth, seedOf(picture))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${Math.round(widthPx * heightPerWidth)}" ` +
    `viewBox="0 0 ${canvas.width} ${canvas.height}" preserveAspectRatio="none">${layers.map((draw) => draw(canvas)).join('')}</svg>`
  )
}

/** Each picture has a chance of its own. */
function seedOf({ fileName }: SeedPicture): number {
  return Array.from(fileName).reduce((seed, letter) => (seed * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7)
}
