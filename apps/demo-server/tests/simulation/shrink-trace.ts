import type { Step } from './step.ts'
import type { Trace } from './run-trace.ts'

/**
 * Delta debugging: leaves out ever smaller runs of steps, then single faults, as long as the trace still fails. Two
 * hundred replays at most.
 */
export async function shrinkTrace(trace: Trace, stillFails: (trace: Trace) => Promise<boolean>): Promise<Trace> {
  let left = 200
  let { steps } = trace
  const accept = async (candidate: readonly Step[]): Promise<boolean> => {
    if (left === 0) return false
    left -= 1
    if (!(await stillFails({ ...trace, steps: candidate }))) return false
    steps = candidate
    return true
  }
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < steps.length;) {
      const isLeftOut = await accept([...steps.slice(0, start), ...steps.slice(start + size)])
      if (!isLeftOut) start += size
    }
  }
  for (const [index, step] of steps.entries()) {
    const calm: Step = { ...step, faults: [], lostCommit: null, pauseAt: null }
    if (JSON.stringify(calm) !== JSON.stringify(step)) await accept(steps.with(index, calm))
  }
  return { ...trace, steps }
}
