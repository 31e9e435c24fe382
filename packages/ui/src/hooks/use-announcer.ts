import { useCallback, useState } from 'react'

/** The last announcement; its number makes a repeated one heard again. */
export interface Announcement {
  readonly number: number
  readonly text: string
}

export type Announce = (text: string) => void

/** Words for a live region. */
export function useAnnouncer(): readonly [Announcement, Announce] {
  const [announcement, setAnnouncement] = useState<Announcement>({ number: 0, text: '' })
  const announce = useCallback((text: string) => {
    setAnnouncement((last) => ({ number: last.number + 1, text }))
  }, [])
  return [announcement, announce]
}
