import { useEffect, useState } from 'react'

const stepMs = 500

/** The time in milliseconds since 1970, moving while it is needed. */
export function useNow(isRunning: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const tick = () => setNowMs(Date.now())
    tick()
    const timer = setInterval(tick, stepMs)
    return () => clearInterval(timer)
  }, [isRunning])
  return nowMs
}
