/**
 * What a backend offers to be tested against the contract. Besides the tokens everything goes through HTTP, so a backend
 * may run in this process (the fake) or in another (the real server).
 */
export interface ContractBackend {
  /** What a client's `baseUrl` is: the table's paths (`/api/…`) follow it. */
  readonly baseUrl: string
  /** Ids of users that exist: two editors and an admin. Nobody else works with them while the suite runs. */
  readonly users: { readonly editor: string; readonly other: string; readonly admin: string }
  /** A valid token of one of them. */
  readonly tokenFor: (userId: string) => string | Promise<string>
  /** Ends the lease of a staged upload, as if its 24 hours were over. Without it, those tests are skipped. */
  readonly expireUpload?: (uploadId: string) => void | Promise<void>
  /** Switches storage off or on. Without it, those tests are skipped. */
  readonly setStorage?: (on: boolean) => void | Promise<void>
  /** Lets storage refuse the next delete. Without it, those tests are skipped. */
  readonly failNextPurge?: () => void | Promise<void>
  readonly close: () => void | Promise<void>
}

/**
 * Starts a backend of its own, empty or not, whose removed files are deleted `graceMs` after they were removed, without
 * anybody asking for it. The suite starts two, one after the other's start: a patient one for what happens within the
 * grace, and a quick one for what happens after it.
 */
export type StartBackend = (options: { readonly graceMs: number }) => Promise<ContractBackend>
