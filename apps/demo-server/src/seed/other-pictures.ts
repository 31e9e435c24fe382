import { clouds, sky, stars, sun } from './art/light.ts'
import { firs, ridges } from './art/land.ts'
import { cabin, flowers } from './art/places.ts'
import { sea } from './art/sea.ts'
import type { SeedPicture } from './seed-picture.ts'

/** What the second gallery has besides a picture that it shares with the first. */
export const winterPictures: readonly SeedPicture[] = [
  {
    fileName: 'first-snow.jpg',
    widthPx: 1400,
    heightPerWidth: 2 / 3,
    altText: 'Snowy hills under a pale sun',
    layers: [
      sky('#b9cfe2', '#f4ece6'),
      sun(0.7, 0.3, 0.025, '#fffaf0'),
      ridges(0.5, 0.8, 0.05, ['#a9bfd2', '#c9d8e5', '#e6eef5', '#ffffff']),
    ],
  },
  {
    fileName: 'cabin-at-night.jpg',
    widthPx: 1280,
    heightPerWidth: 3 / 4,
    altText: 'The cabin with lit windows under the stars',
    caption: 'Minus nineteen',
    layers: [
      sky('#070d26', '#1d3354', '#3d5f7c'),
      stars(120),
      firs(0.62, 38, 0.24, '#0d1c2c'),
      sea(0.66, '#d6e4ef', '#8fa9c0', '#ffffff'),
      cabin(0.6, 0.68, 0.15),
    ],
  },
]

/** Of another user: nobody but them may change these. */
export const gardenPictures: readonly SeedPicture[] = [
  {
    fileName: 'poppies.jpg',
    widthPx: 1500,
    heightPerWidth: 2 / 3,
    altText: 'Red poppies up to the horizon',
    layers: [
      sky('#8fc4ea', '#f3f6e8'),
      clouds('#ffffff', 10),
      ridges(0.46, 0.54, 0.02, ['#8fb36a', '#7da552']),
      flowers(0.52, 170, ['#e2392f', '#f0583f', '#c9252b']),
    ],
  },
  {
    fileName: 'lavender.jpg',
    widthPx: 1100,
    heightPerWidth: 1,
    altText: 'Lavender in the evening',
    layers: [
      sky('#f6c9a8', '#fbe9d2'),
      ridges(0.42, 0.52, 0.03, ['#b58fb0', '#8c6aa0']),
      flowers(0.5, 190, ['#8a63c9', '#a884dd', '#6f4bb0']),
    ],
  },
  {
    fileName: 'greenhouse-morning.jpg',
    widthPx: 900,
    heightPerWidth: 4 / 3,
    altText: null,
    layers: [
      sky('#dff1e6', '#fbf7e6'),
      sun(0.3, 0.22, 0.05, '#fffdf0'),
      ridges(0.5, 0.6, 0.02, ['#b7d6a8', '#7fb27a']),
      flowers(0.6, 110, ['#f7c948', '#f4845f', '#ffffff']),
    ],
  },
]
