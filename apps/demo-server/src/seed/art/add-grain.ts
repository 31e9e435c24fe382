import sharp, { type Sharp } from 'sharp'
import { createRandom } from './create-random.ts'

const tileSidePx = 256

/** Film grain, as a photograph has it: without it a drawn JPEG is far smaller than a real one. */
export function addGrain(image: Sharp, seed: number): Sharp {
  const random = createRandom(seed)
  const gray = Uint8Array.from({ length: tileSidePx ** 2 }, () => 128 + (random() + random() - 1) * 44)
  const raw = { width: tileSidePx, height: tileSidePx, channels: 1 } as const
  return image.composite([{ input: Buffer.from(gray), raw, tile: true, blend: 'soft-light' }])
}

/** Draws SVG as pixels. */
export function drawSvg(svg: string): Sharp {
  return sharp(Buffer.from(svg)).removeAlpha()
}
