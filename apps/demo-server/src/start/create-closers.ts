/** What has to be closed, in the reverse of the order it was opened in. */
export interface Closers {
  add(close: () => Promise<unknown>): void
  /** Closes everything, also past failures. @throws AggregateError of those */
  closeAll(): Promise<void>
}

export function createClosers(): Closers {
  const open: (() => Promise<unknown>)[] = []
  return {
    add: (close) => void open.push(close),
    closeAll: async () => {
      const failures: unknown[] = []
      for (const close of open.splice(0).toReversed()) {
        await close().catch((error: unknown) => failures.push(error))
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed.')
    },
  }
}
