const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/**
 * A size in decimal units.
 *
 * @example formatBytes(2_400_000) // '2.4 MB'
 */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const maximumFractionDigits = power > 1 ? 1 : 0
  const unitDisplay = power === 0 ? 'long' : 'short'
  const options = { style: 'unit', unit: units[power] ?? 'byte', unitDisplay, maximumFractionDigits } as const
  return new Intl.NumberFormat('en', options).format(bytes / 1000 ** power)
}
