import type { Draft } from './draft.ts'

/** The tiles of saved media that the last save found gone from storage: only a person can decide to do without. */
export function selectGoneIds({ save, items }: Draft): readonly string[] {
  if (save.kind !== 'failed') return []
  const gone = new Set<string>(save.failure.goneMediaIds)
  return items.flatMap(({ id, origin }) => (origin.kind === 'media' && gone.has(origin.media.id) ? [id] : []))
}
