export type Job = () => Promise<void>

/** Runs at most `concurrency` jobs at a time; `fill` starts what `takeNext` gives, now and whenever a job has ended. */
export function createSlots(concurrency: number, takeNext: () => Job | null): { readonly fill: () => void } {
  let taken = 0
  const giveBack = (): void => {
    taken -= 1
  }
  const run = async (job: Job): Promise<void> => {
    try {
      await job()
    } finally {
      giveBack()
      fill()
    }
  }
  const fill = (): void => {
    if (taken >= concurrency) return
    // Taken before asking: `takeNext` tells listeners, and they may add files.
    taken += 1
    const job = takeNext()
    if (!job) return giveBack()
    void run(job)
    return fill()
  }
  return { fill }
}
