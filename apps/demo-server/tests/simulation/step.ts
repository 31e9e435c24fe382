import { createRandom, type Random } from './random.ts'

/** What goes wrong with one storage call. Each call reads it in its own way; `none` and whatever does not fit it: nothing. */
const faults = [
  'reply-lost-done',
  'reply-lost-not-done',
  'delayed',
  'error-500',
  'slow-down',
  'partial',
  'keys-missing',
  'wrong-not-found',
] as const
export type Fault = 'none' | (typeof faults)[number]

/** How often each action is drawn, against the others. */
const weights = {
  upload: 14,
  ticket: 4,
  send: 6,
  complete: 6,
  gallery: 4,
  save: 24,
  'stale-save': 2,
  replace: 5,
  'delete-media': 4,
  'delete-gallery': 3,
  undo: 8,
  renew: 3,
  sweep: 14,
  resume: 5,
  advance: 12,
  'switch-storage': 1,
  'sql-cascade': 2,
  'sql-drop-unverified': 2,
  tidy: 1,
} as const
export type StepKind = keyof typeof weights

/** One step of a trace: data only, so that a trace is replayed, shrunk and kept in a file. */
export interface Step {
  readonly kind: StepKind
  /** Which of what exists by then: taken modulo its count. */
  readonly picks: readonly number[]
  /** Of the step's storage calls, in their order. */
  readonly faults: readonly Fault[]
  /** The connection breaks at the commit of the step's nth transaction. */
  readonly lostCommit: { readonly nth: number; readonly isDone: boolean } | null
  /** The step stands still in its nth storage call until a later `resume`. */
  readonly pauseAt: number | null
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets what the literal's type says
const kinds = (Object.keys(weights) as StepKind[]).flatMap((kind) => Array<StepKind>(weights[kind]).fill(kind))

/** Something to work on. */
const prelude: readonly StepKind[] = ['gallery', 'ticket', 'send', 'upload', 'upload', 'save', 'complete']
const pausing = new Set<StepKind>(['upload', 'complete', 'sweep'])
const pickCount = 8

/** The steps of a seed. They do not depend on what happens when they run. */
export function drawTrace(seed: number, length: number): Step[] {
  const random = createRandom(seed)
  return Array.from({ length }, (_, index) =>
    drawStep(random, prelude[index] ?? kinds[random.int(kinds.length)] ?? 'sweep'),
  )
}

function drawStep(random: Random, kind: StepKind): Step {
  return {
    kind,
    picks: Array.from({ length: pickCount }, () => random.int(1000)),
    faults: random.chance(0.5) ? Array.from({ length: 6 }, () => drawFault(random)) : [],
    lostCommit: random.chance(0.12) ? { nth: 1 + random.int(4), isDone: random.chance(0.5) } : null,
    pauseAt: pausing.has(kind) && random.chance(0.12) ? 1 + random.int(4) : null,
  }
}

function drawFault(random: Random): Fault {
  return random.chance(0.4) ? random.pick(faults) : 'none'
}
