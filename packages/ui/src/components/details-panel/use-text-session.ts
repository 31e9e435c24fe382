import { useId, useState } from 'react'

/** Names one visit to a text field: what is typed in it is one step of the history. */
export function useTextSession(itemId: string): { readonly session: string; readonly renew: () => void } {
  const field = useId()
  const [visit, setVisit] = useState(0)
  return { session: `${field} ${itemId} ${visit}`, renew: () => setVisit((count) => count + 1) }
}
