import { useEffect, useLayoutEffect } from 'react'

/** `useLayoutEffect` where there is something to lay out; React 18 warns of it on a server. */
export const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect
