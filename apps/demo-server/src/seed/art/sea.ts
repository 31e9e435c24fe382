import { round, times, type Draw } from './canvas.ts'

/** Water from `at` (a share of the height) down, with glints that widen towards the front. */
export function sea(at: number, far: string, near: string, glint: string): Draw {
  return ({ width, height, between }) => {
    const top = round(at * height)
    const depth = height - top
    return (
      `<linearGradient id="sea" x2="0" y2="1"><stop stop-color="${far}"/><stop offset="1" stop-color="${near}"/></linearGradient>` +
      `<rect y="${top}" width="100%" height="${depth}" fill="url(#sea)"/>` +
      times(160, () => {
        const nearness = between(0, 1) ** 1.6
        const [x, y] = [round(between(-0.1, 1) * width), round(top + nearness * depth)]
        const long = round(between(16, 50) + nearness * 170)
        return `<rect x="${x}" y="${y}" width="${long}" height="${round(0.8 + nearness * 5)}" rx="3" fill="${glint}" opacity="${round(between(0.1, 0.4))}"/>`
      })
    )
  }
}

/** The sun's road on the water. */
export function sunRoad(x: number, at: number, color: string): Draw {
  return ({ width, height, between }) =>
    times(46, (index) => {
      const nearness = index / 46
      const long = (30 + nearness * 150) * between(0.4, 1.2)
      const y = round(height * (at + (1 - at) * nearness ** 1.3))
      const left = round(x * width - long / 2 + between(-14, 14) * (1 + nearness * 2))
      return `<rect x="${left}" y="${y}" width="${round(long)}" height="${round(1.5 + nearness * 6)}" rx="3" fill="${color}" opacity="${round(0.9 - nearness * 0.6)}"/>`
    })
}

/** A sailing boat; `size` is a share of the width. */
export function sailboat(x: number, y: number, size: number, sail: string, hull: string): Draw {
  return ({ width, height }) => {
    const scale = round(size * width) / 100
    return (
      `<g transform="translate(${round(x * width)} ${round(y * height)}) scale(${scale})">` +
      `<path d="M-2-92L-2-8L-46-8Q-18-48-2-92Z" fill="${sail}"/><path d="M3-84Q34-44 40-8L3-8Z" fill="${sail}" opacity=".82"/>` +
      `<path d="M-50 0L50 0Q42 17 24 18L-32 18Q-46 14-50 0Z" fill="${hull}"/>` +
      `<rect x="-46" y="21" width="96" height="3" rx="2" fill="${hull}" opacity=".35"/><rect x="-30" y="28" width="60" height="2.4" rx="2" fill="${sail}" opacity=".4"/></g>`
    )
  }
}

export function gulls(count: number, color: string): Draw {
  return ({ width, height, between }) =>
    times(count, () => {
      const [x, y, wing] = [round(between(0.1, 0.9) * width), round(between(0.1, 0.42) * height), between(8, 22)]
      return `<path d="M${x} ${y}q${round(wing * 0.6)} ${round(-wing * 0.6)} ${round(wing)} 0q${round(wing * 0.4)} ${round(-wing * 0.6)} ${round(wing)} 0" fill="none" stroke="${color}" stroke-width="2.4" stroke-linecap="round"/>`
    })
}
