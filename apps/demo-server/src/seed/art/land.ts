import { round, times, type Canvas, type Draw } from './canvas.ts'

const ridgeSteps = 60

function drawRidge({ width, height, between }: Canvas, base: number, swing: number): string {
  const [first, second, third] = [between(0, 6), between(0, 6), between(0, 6)]
  const waves = between(1.2, 2.4)
  const points = Array.from({ length: ridgeSteps + 1 }, (_, step) => {
    const along = step / ridgeSteps
    const wave =
      Math.sin(first + along * waves * 6.28) +
      0.45 * Math.sin(second + along * waves * 17) +
      0.12 * Math.sin(third + along * 90)
    return `${round(along * width)} ${round(height * base - wave * swing * height)}`
  })
  return `M0 ${height}L${points.join('L')}L${width} ${height}Z`
}

/** Hills one behind the other, from `far` down to `near` (shares of the height), one per colour. */
export function ridges(far: number, near: number, swing: number, colors: readonly string[]): Draw {
  return (canvas) =>
    colors
      .map((color, layer) => {
        const depth = colors.length === 1 ? 1 : layer / (colors.length - 1)
        return `<path d="${drawRidge(canvas, far + (near - far) * depth, swing * (1 - 0.4 * depth))}" fill="${color}"/>`
      })
      .join('')
}

/** A belt of firs whose feet stand at `at`. */
export function firs(at: number, count: number, size: number, color: string): Draw {
  return ({ width, height, between }) =>
    `<g fill="${color}">` +
    times(count, (index) => {
      const x = round(((index + between(-0.4, 0.4)) / (count - 1)) * width)
      const tall = size * height * between(0.6, 1.1)
      const foot = round(height * at + between(-0.01, 0.02) * height)
      return times(3, (tier) => {
        const top = round(foot - tall * (1 - tier * 0.24))
        const low = round(foot - tall * (0.5 - tier * 0.24))
        const half = round(tall * (0.13 + tier * 0.05))
        return `<path d="M${x} ${top}L${round(x + half)} ${low}L${round(x - half)} ${low}Z"/>`
      })
    }) +
    `<rect y="${round(height * (at - 0.02))}" width="100%" height="${height}"/></g>`
}

/** Low islands on the horizon, mirrored a little in the water. */
export function islands(at: number, count: number, color: string): Draw {
  return ({ width, height, between }) =>
    times(count, () => {
      const [cx, rx] = [round(between(0, 1) * width), round(between(60, 240))]
      const [cy, ry] = [round(at * height), round(between(0.012, 0.045) * height)]
      return (
        `<path d="M${cx - rx} ${cy}C${cx - rx / 2} ${cy - ry * 2} ${cx + rx / 3} ${cy - ry * 2.4} ${cx + rx} ${cy}Z" fill="${color}"/>` +
        `<ellipse cx="${cx}" cy="${cy + 2}" rx="${rx}" ry="${round(ry * 0.35)}" fill="${color}" opacity=".4"/>`
      )
    })
}

/** Rounded rocks at the shore, lit from above. */
export function rocks(at: number, count: number, light: string, dark: string): Draw {
  return ({ width, height, between }) =>
    `<linearGradient id="rock" x2="0" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient>` +
    times(count, (index) => {
      const depth = index / count
      const [cx, cy] = [round(between(-0.05, 1.05) * width), round((at + depth * (1.02 - at)) * height)]
      const [rx, ry] = [round(between(60, 150) * (0.6 + depth)), round(between(26, 52) * (0.6 + depth))]
      return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="url(#rock)" transform="rotate(${round(between(-9, 9))} ${cx} ${cy})"/>`
    })
}
