import type { ImageSize } from './image-size.ts'

/** A picture that is drawn when it is asked for; equal numbers draw equal pictures. */
export interface Scene extends ImageSize {
  readonly number: number
}

interface Palette {
  readonly sky: readonly [string, string]
  readonly sun: string
  readonly hills: readonly string[]
}

const palettes: readonly Palette[] = [
  { sky: ['#fde2c8', '#f7a072'], sun: '#fff4d6', hills: ['#c8553d', '#8f2d56', '#3d1f3d'] },
  { sky: ['#cfe8f5', '#7fb7d9'], sun: '#ffffff', hills: ['#5b8e7d', '#3c6e5d', '#1f4037'] },
  { sky: ['#2b2d52', '#7a4e8a'], sun: '#f5e6a8', hills: ['#3a3264', '#241f45', '#120f26'] },
  { sky: ['#fff1d0', '#f6c453'], sun: '#fffdf2', hills: ['#d98e32', '#a35d22', '#5c3317'] },
  { sky: ['#d7f0e3', '#74c69d'], sun: '#fdfcdc', hills: ['#40916c', '#2d6a4f', '#1b4332'] },
  { sky: ['#f3d9e6', '#c98bb9'], sun: '#fff0f5', hills: ['#846c9b', '#5e4b7a', '#33294a'] },
  { sky: ['#e4ecf2', '#9fb3c8'], sun: '#f8fafc', hills: ['#6b7f94', '#45586b', '#222f3d'] },
]

/** Draws a landscape as SVG: small, sharp at any size, and different for every number. */
export function drawScene({ number, widthPx, heightPx }: Scene): string {
  const palette = palettes[number % palettes.length] ?? { sky: ['#ddd', '#aaa'], sun: '#fff', hills: [] }
  const sunX = Math.round(widthPx * (0.2 + 0.6 * randomOf(number, 1)))
  const sunY = Math.round(heightPx * (0.22 + 0.2 * randomOf(number, 2)))
  const radius = Math.round(Math.min(widthPx, heightPx) * (0.08 + 0.08 * randomOf(number, 3)))
  const hills = palette.hills.map((color, layer) => {
    return `<path fill="${color}" d="${drawHill({ number, widthPx, heightPx }, layer)}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${palette.sky[0]}"/><stop offset="1" stop-color="${palette.sky[1]}"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/>
<circle cx="${sunX}" cy="${sunY}" r="${radius}" fill="${palette.sun}"/>
${hills.join('\n')}
</svg>`
}

const hillPoints = 24

function drawHill({ number, widthPx, heightPx }: Scene, layer: number): string {
  const base = heightPx * (0.5 + 0.16 * layer)
  const swing = heightPx * (0.06 + 0.07 * randomOf(number, 10 + layer))
  const waves = 1 + 2 * randomOf(number, 20 + layer)
  const shift = 6 * randomOf(number, 30 + layer)
  const points = Array.from({ length: hillPoints + 1 }, (_, step) => {
    const along = step / hillPoints
    const wave = Math.sin(shift + along * waves * Math.PI * 2) + 0.3 * Math.sin(shift * 2 + along * waves * 15)
    return `${Math.round(along * widthPx)},${Math.round(base + swing * wave)}`
  })
  return `M0,${heightPx} L${points.join(' L')} L${widthPx},${heightPx} Z`
}

/** A number in [0, 1) that depends on its two arguments only. */
function randomOf(number: number, salt: number): number {
  const value = Math.sin((number + 1) * 12.9898 + salt * 78.233) * 43_758.5453
  return value - Math.floor(value)
}
