import { longestIncreasingIndexes } from '@gallerist/sdk/contract'

const gap = 2 ** 20
/** Room that a run of new ranks must leave per item, so that the next insertion there fits too. */
const leastGap = 16

/**
 * Ranks for a list in its new order, given the ranks its items had (null: new). Sparse: whatever stays in a longest
 * increasing run keeps its rank, so moving one of 10,000 items writes one row. Where the gap is used up, the items
 * next to it are respaced, as few as it takes.
 */
export function assignRanks(order: readonly (number | null)[]): number[] {
  const known = order.flatMap((rank, index) => (rank === null ? [] : [{ rank, index }]))
  const fixed = new Map(
    longestIncreasingIndexes(known.map(({ rank }) => rank)).map((at) => [known[at]?.index, known[at]?.rank]),
  )
  const ranks: number[] = []
  while (ranks.length < order.length) {
    const rank = fixed.get(ranks.length)
    if (rank === undefined) ranks.push(...spread(ranks.at(-1), findRun(fixed, ranks, order.length)))
    else ranks.push(rank)
  }
  return ranks
}

interface Run {
  readonly count: number
  /** The rank that follows; undefined at the end of the list. */
  readonly next: number | undefined
}

/** The places from here that get new ranks: up to the first fixed rank that leaves room enough. */
function findRun(
  fixed: ReadonlyMap<number | undefined, number | undefined>,
  ranks: readonly number[],
  length: number,
): Run {
  const before = ranks.at(-1)
  for (let end = ranks.length + 1; end < length; end += 1) {
    const next = fixed.get(end)
    const count = end - ranks.length
    if (next !== undefined && (before === undefined || (next - before) / (count + 1) >= leastGap))
      return { count, next }
  }
  return { count: length - ranks.length, next: undefined }
}

function spread(before: number | undefined, { count, next }: Run): number[] {
  const step = before === undefined || next === undefined ? gap : Math.floor((next - before) / (count + 1))
  const start = before ?? (next === undefined ? 0 : next - gap * (count + 1))
  return Array.from({ length: count }, (_, index) => start + step * (index + 1))
}
