import { archipelagoPictures } from './archipelago-pictures.ts'
import { gardenPictures, winterPictures } from './other-pictures.ts'
import type { SeedPicture } from './seed-picture.ts'

export interface SeedGallery {
  /** One of the demo's users. */
  readonly userId: string
  readonly title: string
  readonly published: boolean
  readonly cover: SeedPicture['fileName']
  readonly pictures: readonly SeedPicture[]
}

const shared = archipelagoPictures.filter(({ fileName }) => fileName === 'northern-lights.webp')

/** The last one is listed first. */
export const demoGalleries: readonly SeedGallery[] = [
  {
    userId: 'ben',
    title: 'Garden, week by week',
    published: true,
    cover: 'poppies.jpg',
    pictures: gardenPictures,
  },
  {
    userId: 'ada',
    title: 'Winter light',
    published: false,
    cover: 'cabin-at-night.jpg',
    pictures: [...winterPictures, ...shared],
  },
  {
    userId: 'ada',
    title: 'Summer in the archipelago',
    published: true,
    cover: 'harbour-at-dusk.jpg',
    pictures: archipelagoPictures,
  },
]
