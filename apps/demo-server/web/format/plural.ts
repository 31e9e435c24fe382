const number = new Intl.NumberFormat('en')

/** A count with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}
