import { createRandom } from './create-random.ts'

/** What a scene is drawn on: 1,200 units wide, as high as its shape asks for. */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly random: () => number
  /** A number from `low` to `high`. */
  readonly between: (low: number, high: number) => number
}

/** Draws a part of a scene as SVG. */
export type Draw = (canvas: Canvas) => string

const width = 1_200

export function createCanvas(heightPerWidth: number, seed: number): Canvas {
  const random = createRandom(seed)
  return {
    width,
    height: Math.round(width * heightPerWidth),
    random,
    between: (low, high) => low + random() * (high - low),
  }
}

export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

/** SVG needs no more digits than these. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
