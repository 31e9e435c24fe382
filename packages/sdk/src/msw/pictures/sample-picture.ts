import type { ImageSize } from './image-size.ts'
import type { Scene } from './scene.ts'

/** A made-up photograph of a story or test. */
export interface SamplePicture extends ImageSize {
  readonly fileName: string
  readonly mime: string
  readonly sizeBytes: number
  readonly altText: string | null
  readonly content: Scene
}

const subjects = [
  ['harbour-at-dawn', 'Fishing boats in the harbour at dawn'],
  ['old-town-roofs', 'Red roofs of the old town seen from the tower'],
  ['north-ridge', 'Two hikers on the north ridge'],
  ['market-hall', 'Vegetable stalls in the market hall'],
  ['birch-grove', 'Low sun between birch trunks'],
  ['lighthouse', 'The lighthouse behind tall grass'],
  ['evening-tram', 'A tram passing the theatre in the evening'],
  ['frozen-lake', 'Skaters on the frozen lake'],
  ['vineyard-path', 'A path between rows of vines'],
] as const

const sizes: readonly ImageSize[] = [
  { widthPx: 3000, heightPx: 2000 },
  { widthPx: 2000, heightPx: 3000 },
  { widthPx: 3200, heightPx: 1800 },
  { widthPx: 2400, heightPx: 2400 },
  { widthPx: 2800, heightPx: 2100 },
  { widthPx: 4000, heightPx: 1600 },
  { widthPx: 2100, heightPx: 2800 },
]

/** The picture with a number: equal numbers give equal pictures, and every fifth has no alt text yet. */
export function samplePicture(number: number): SamplePicture {
  const [name, altText] = subjects[number % subjects.length] ?? subjects[0]
  const size = sizes[number % sizes.length] ?? { widthPx: 3000, heightPx: 2000 }
  const round = Math.floor(number / subjects.length)
  return {
    ...size,
    fileName: round === 0 ? `${name}.jpg` : `${name}-${round + 1}.jpg`,
    mime: 'image/jpeg',
    sizeBytes: 900_000 + ((number * 377_123) % 3_200_000),
    altText: number % 5 === 4 ? null : altText,
    content: { ...size, number },
  }
}
