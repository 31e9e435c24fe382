import { round, times, type Draw } from './canvas.ts'

/** A vertical blend over the whole scene. */
export function sky(...colors: readonly string[]): Draw {
  const stops = colors.map((color, at) => `<stop offset="${at / (colors.length - 1)}" stop-color="${color}"/>`)
  return () =>
    `<linearGradient id="sky" x2="0" y2="1">${stops.join('')}</linearGradient>` +
    '<rect width="100%" height="100%" fill="url(#sky)"/>'
}

/** A disc with a glow; `x` and `y` are shares of the scene, `radius` of its width. */
export function sun(x: number, y: number, radius: number, color: string): Draw {
  return ({ width, height }) => {
    const [cx, cy, r] = [round(x * width), round(y * height), round(radius * width)]
    return (
      `<radialGradient id="glow"><stop stop-color="${color}" stop-opacity=".75"/>` +
      `<stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>` +
      `<circle cx="${cx}" cy="${cy}" r="${r * 5}" fill="url(#glow)"/><circle cx="${cx}" cy="${cy}" r="${r}" fill="${color}"/>`
    )
  }
}

export function stars(count: number): Draw {
  return ({ width, height, between }) =>
    times(count, () => {
      const [x, y] = [round(between(0, width)), round(between(0, height * 0.6))]
      return `<circle cx="${x}" cy="${y}" r="${round(between(0.6, 2.2))}" fill="#fff" opacity="${round(between(0.3, 1))}"/>`
    })
}

/** Curtains of northern light. */
export function aurora(...colors: readonly string[]): Draw {
  return ({ width, height, between }) =>
    '<filter id="soft"><feGaussianBlur stdDeviation="26 40"/></filter><g filter="url(#soft)">' +
    times(colors.length * 3, (index) => {
      const x = (index / (colors.length * 3)) * width
      const top = round(between(0.06, 0.2) * height)
      const bottom = round(between(0.36, 0.52) * height)
      const end = round(x + between(140, 260))
      const color = colors[index % colors.length]
      return `<path d="M${round(x)} ${bottom}Q${round(x + 60)} ${top} ${end} ${round(top * 1.4)}L${end + 50} ${round(bottom * 0.9)}Z" fill="${color}" opacity=".5"/>`
    }) +
    '</g>'
}

/** Thin clouds. Gradients, not blurs: a blur of a large picture takes a second. */
export function clouds(color: string, count: number): Draw {
  return ({ width, height, between }) =>
    `<radialGradient id="cloud"><stop stop-color="${color}"/><stop offset=".55" stop-color="${color}" stop-opacity=".7"/>` +
    `<stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>` +
    times(count, () => {
      const [cx, cy] = [round(between(0, width)), round(between(0.08, 0.4) * height)]
      const [rx, ry] = [round(between(80, 280)), round(between(4, 17))]
      return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="url(#cloud)" opacity="${round(between(0.3, 0.8))}"/>`
    })
}
