const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/**
 * A size as file managers show it, in steps of 1024: limits are powers of two, and should read as round numbers.
 *
 * @example formatBytes(8_808_038, 'en') // '8.4 MB'
 */
export function formatBytes(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const unit = units[power] ?? 'byte'
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, options).format(bytes / 1024 ** power)
}
