/**
 * Indexes of a longest strictly increasing run of `values` (patience sorting, O(n log n)).
 * What stays in such a run need not be moved, so everything outside it is the fewest moves.
 */
export function longestIncreasingIndexes(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous = Array.from(values, () => -1)
  values.forEach((value, index) => {
    const at = firstNotBelow(tails, values, value)
    previous[index] = tails[at - 1] ?? -1
    tails[at] = index
  })
  const run: number[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.push(index)
  return run.toReversed()
}

function firstNotBelow(tails: readonly number[], values: readonly number[], value: number): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
