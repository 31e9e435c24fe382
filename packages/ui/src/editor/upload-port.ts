/** What the editor asks of whatever sends files. Keys are the draft's; each call may be repeated without harm. */
export interface UploadPort {
  start(key: string, file: File): void
  /** Stops a transfer. What is up already stays staged and runs out by itself. */
  cancel(key: string): void
  /** Sends the same file again: after a failure, a cancel, or a lease that ran out. */
  resend(key: string): void
}
