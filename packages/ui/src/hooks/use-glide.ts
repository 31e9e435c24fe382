import { type RefObject, useRef } from 'react'
import { glideFrom, recordPlaces, type TilePlaces } from '../grid/flip.ts'
import { useBeforePaint } from './use-before-paint.ts'

/** Returns a function to call before a reorder: after it, the tiles glide to their new places. */
export function useGlide(rootRef: RefObject<HTMLElement | null>, order: unknown): () => void {
  const places = useRef<TilePlaces | null>(null)
  useBeforePaint(() => {
    if (places.current && rootRef.current) glideFrom(places.current, rootRef.current)
    places.current = null
  }, [order, rootRef])
  return () => {
    if (rootRef.current) places.current = recordPlaces(rootRef.current)
  }
}
