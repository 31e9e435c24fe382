import type { Fault, FaultKind, FaultOf } from './fault.ts'

/** The faults that are still to happen, first added first. */
export interface FaultScript {
  /** Adds a fault; returns what takes it away again. */
  add: (fault: Fault) => () => void
  /** Forgets all faults. */
  clear: () => void
  /** The faults that have not happened yet, or not often enough. */
  pending: () => readonly Fault[]
}

/** The backend's side of a script. */
export interface FaultQueue extends FaultScript {
  /** The next fault of a kind that `applies`, counted as happened; null without one. */
  take: <Kind extends FaultKind>(kind: Kind, applies?: (fault: FaultOf<Kind>) => boolean) => FaultOf<Kind> | null
}

interface Entry {
  readonly fault: Fault
  left: number
}

export function createFaultQueue(): FaultQueue {
  let entries: Entry[] = []
  const live = (): Entry[] => (entries = entries.filter(({ left }) => left > 0))
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? 1 }
      entries.push(entry)
      return () => void (entry.left = 0)
    },
    clear: () => void (entries = []),
    pending: () => live().map(({ fault }) => fault),
    take(kind, applies = () => true) {
      for (const entry of live()) {
        const { fault } = entry
        if (!isOfKind(fault, kind) || !applies(fault)) continue
        entry.left -= 1
        return fault
      }
      return null
    },
  }
}

function isOfKind<Kind extends FaultKind>(fault: Fault, kind: Kind): fault is FaultOf<Kind> {
  return fault.kind === kind
}
