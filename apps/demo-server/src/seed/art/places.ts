import { round, times, type Draw } from './canvas.ts'

/** A lighthouse whose foot stands at (`x`, `y`); `size` is a share of the height. */
export function lighthouse(x: number, y: number, size: number): Draw {
  return ({ width, height }) =>
    `<g transform="translate(${round(x * width)} ${round(y * height)}) scale(${round(size * height) / 100})">` +
    '<path d="M0-92L150-128L150-70Z" fill="#fff3c4" opacity=".28"/><path d="M0-92L-150-118L-150-72Z" fill="#fff3c4" opacity=".2"/>' +
    '<path d="M-11 0L-7-84L7-84L11 0Z" fill="#f7f3ec"/><path d="M-10-18L-9-38L9-38L10-18Z" fill="#c8423b"/><path d="M-8.4-56L-7.4-74L7.4-74L8.4-56Z" fill="#c8423b"/>' +
    '<rect x="-9" y="-87" width="18" height="3" fill="#33343f"/><rect x="-5" y="-97" width="10" height="10" fill="#ffe9a3"/><path d="M-7-97L0-105L7-97Z" fill="#33343f"/></g>'
}

/** A red cabin with white corners and its mirror image. */
export function cabin(x: number, y: number, size: number): Draw {
  const house =
    '<path d="M-60 0L-60-44L0-82L60-44L60 0Z" fill="#9c2f2a"/><path d="M-70-40L0-88L70-40L64-34L0-77L-64-34Z" fill="#2e2a2c"/>' +
    '<rect x="24" y="-96" width="12" height="26" fill="#5b4a46"/><g fill="#f6f0e4"><rect x="-60" y="-44" width="5" height="44"/><rect x="55" y="-44" width="5" height="44"/>' +
    '<rect x="-42" y="-36" width="24" height="22"/><rect x="18" y="-36" width="24" height="22"/><rect x="-9" y="-34" width="18" height="34"/></g>' +
    '<g fill="#ffcf70"><rect x="-39" y="-33" width="8" height="16"/><rect x="-29" y="-33" width="8" height="16"/><rect x="21" y="-33" width="8" height="16"/><rect x="31" y="-33" width="8" height="16"/></g><rect x="-6" y="-31" width="12" height="31" fill="#47705d"/>'
  return ({ width, height }) => {
    const place = `translate(${round(x * width)} ${round(y * height)})`
    const scale = round(size * width) / 140
    return (
      `<g transform="${place} scale(${scale} ${-scale * 0.8})" opacity=".3">${house}</g>` +
      `<g transform="${place} scale(${scale})">${house}</g>`
    )
  }
}

/** A meadow of stalks and round flowers from `at` down. */
export function flowers(at: number, count: number, colors: readonly string[]): Draw {
  return ({ width, height, between }) =>
    times(count, (index) => {
      const depth = index / count
      const [x, y] = [round(between(0, 1) * width), round((at + depth * (1.02 - at)) * height)]
      const size = round((3 + depth * 17) * between(0.7, 1.2))
      const color = colors[index % colors.length]
      return (
        `<path d="M${x} ${y}q${round(between(-10, 10))} ${size * 2} 0 ${size * 5}" stroke="#4d7a3a" stroke-width="${round(1 + depth * 3)}" fill="none" opacity=".7"/>` +
        `<circle cx="${x}" cy="${y}" r="${size}" fill="${color}"/><circle cx="${x}" cy="${y}" r="${round(size * 0.36)}" fill="#fff6d8" opacity=".85"/>`
      )
    })
}

/** A nautical chart: depth lines round islands, a grid, a course. */
export const chart: Draw = ({ width, height, between }) => {
  const shoals = Array.from({ length: 6 }, () => ({
    x: between(0.08, 0.92) * width,
    y: between(0.08, 0.92) * height,
    size: between(0.04, 0.1) * width,
  }))
  const line = (size: number, fill: string) =>
    shoals
      .map(({ x, y, size: base }) => {
        const r = base * size
        const [left, right] = [round(x - r), round(x + r)]
        return `<path d="M${left} ${round(y)}C${left} ${round(y - r * 1.2)} ${round(x + r * 0.4)} ${round(y - r)} ${right} ${round(y - r * 0.2)}C${round(right + r * 0.3)} ${round(y + r * 0.7)} ${round(x)} ${round(y + r * 1.3)} ${left} ${round(y)}Z" fill="${fill}"/>`
      })
      .join('')
  const grid = times(9, (index) => {
    const [x, y] = [round(((index + 1) / 10) * width), round(((index + 1) / 10) * height)]
    return `<path d="M${x} 0V${height}M0 ${y}H${width}" stroke="#5d8aa8" stroke-width=".8" opacity=".4"/>`
  })
  return (
    `<rect width="100%" height="100%" fill="#d8ecf3"/>${line(2.6, '#c3e0ec')}${line(1.9, '#aad2e4')}${line(1.35, '#8fc1d9')}${line(1, '#f2dfae')}${line(0.55, '#cfd9a0')}${grid}` +
    `<path d="M${round(width * 0.04)} ${round(height * 0.9)}C${round(width * 0.3)} ${round(height * 0.6)} ${round(width * 0.5)} ${round(height * 0.75)} ${round(width * 0.95)} ${round(height * 0.1)}" fill="none" stroke="#c2185b" stroke-width="4" stroke-dasharray="16 12" stroke-linecap="round"/>`
  )
}
