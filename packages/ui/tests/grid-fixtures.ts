import type { Tile, TileImage, TileUpload } from '../src/editor/tile.ts'

/** A drawn landscape, different for each index; no network. */
export function drawPicture(index: number): TileImage {
  const hue = (index * 47) % 360
  const hill = 70 + ((index * 13) % 40)
  const sun = 30 + ((index * 29) % 100)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160">
<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${hue} 70% 78%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 75% 62%)"/></linearGradient></defs>
<rect width="160" height="160" fill="url(#g)"/><circle cx="${sun}" cy="44" r="18" fill="hsl(${(hue + 60) % 360} 90% 90%)"/>
<path d="M0 ${hill + 20} Q40 ${hill - 30} 80 ${hill + 10} T160 ${hill} V160 H0z" fill="hsl(${(hue + 80) % 360} 35% 46%)"/>
<path d="M0 ${hill + 50} Q60 ${hill} 110 ${hill + 40} T160 ${hill + 30} V160 H0z" fill="hsl(${(hue + 80) % 360} 40% 32%)"/></svg>`
  return { kind: 'local', url: `data:image/svg+xml,${encodeURIComponent(svg)}` }
}

export function makeTile(index: number, overrides: Partial<Tile> = {}): Tile {
  return {
    id: `tile-${index}`,
    label: `Photo ${index + 1}.jpg`,
    image: drawPicture(index),
    alt: index % 3 === 1 ? { state: 'missing', text: '' } : { state: 'text', text: `Hills under a sun, ${index + 1}` },
    isCover: index === 0,
    isExternal: false,
    upload: null,
    replacedImage: null,
    isNew: false,
    ...overrides,
  }
}

export const makeTiles = (count: number): readonly Tile[] =>
  Array.from({ length: count }, (_, index) => makeTile(index))

export function makeUpload(phase: TileUpload['phase'], fraction = 0, message: string | null = null): TileUpload {
  return { phase, fraction, message }
}
