export type InvariantId = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10' | 'rule 8' | 'crash'

/** A broken promise, by the name that it has in the design. */
export class Violation extends Error {
  override readonly name = 'Violation'
  readonly invariant: InvariantId

  constructor(invariant: InvariantId, message: string) {
    super(`${invariant}: ${message}`)
    this.invariant = invariant
  }
}
