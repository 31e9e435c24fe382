import type { Composition } from '../simulation/run-trace.ts'

/** A protocol that somebody might have written instead. It exists in tests alone. */
export interface Mutant {
  readonly name: string
  /** What it does, and why that loses files or leaks them. */
  readonly fault: string
  /** Applied on top of the migrated schema. */
  readonly sql?: string
  /** Parts that take the place of the server's own. */
  readonly composition?: Composition
  /** Found by two connections at once rather than by one history after another. */
  readonly race?: 'last-two-references' | 'uncommitted-reference' | 'two-saves'
}
