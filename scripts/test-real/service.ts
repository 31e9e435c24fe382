/** A real service that tests can run on. */
export interface Service {
  /** What it is, with its version. */
  readonly title: string
  /** How the tests find it. */
  readonly env: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Why a service cannot be had on this machine. Not a failure: the part is left out, with this reason. */
export class NotHere extends Error {
  override readonly name = 'NotHere'
}
