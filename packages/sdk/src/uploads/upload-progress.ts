import type { Clock } from '../client/clock.ts'
import type { UploadPhase } from './upload-state.ts'

export interface UploadProgress {
  readonly phase: Extract<UploadPhase, 'preparing' | 'sending' | 'processing' | 'done'>
  readonly sentBytes: number
  readonly totalBytes: number
  /** Whole numbers; 100 only in `done`, on the server's answer. */
  readonly percent: number
}

/** A quicker stream of numbers says nothing more to a person. */
const throttleMs = 150

export interface ProgressReporter {
  /** Always reported. */
  readonly enter: (phase: UploadProgress['phase']) => void
  /** Reported at most every 150 ms. `bytes` may count the form around the file as well. */
  readonly sent: (bytes: number) => void
}

export interface ReporterOptions {
  readonly totalBytes: number
  readonly clock: Clock
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined
}

function toPercent(phase: UploadProgress['phase'], sentBytes: number, totalBytes: number): number {
  return phase === 'done' ? 100 : Math.floor((99 * sentBytes) / totalBytes)
}

/** Turns what happens to an upload into progress that never runs ahead of the truth. */
export function createProgressReporter({ totalBytes, clock, onProgress }: ReporterOptions): ProgressReporter {
  let lastAtMs = Number.NEGATIVE_INFINITY
  const report = (phase: UploadProgress['phase'], bytes: number): void => {
    const sentBytes = Math.min(bytes, totalBytes)
    lastAtMs = clock.now()
    onProgress?.({ phase, sentBytes, totalBytes, percent: toPercent(phase, sentBytes, totalBytes) })
  }
  return {
    enter: (phase) => report(phase, phase === 'processing' || phase === 'done' ? totalBytes : 0),
    sent: (bytes) => {
      if (clock.now() - lastAtMs >= throttleMs) report('sending', bytes)
    },
  }
}
