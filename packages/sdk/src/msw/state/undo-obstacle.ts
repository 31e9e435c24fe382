import type { ErrorDetails, MediaId } from '../../contract/index.ts'
import type { BackendState, Transaction } from './backend-state.ts'
import type { MediaRow } from './rows.ts'
import type { DeletionRow, UndoRecord } from './deletion-row.ts'
import { mediaIdsOf } from './uses.ts'

export type UndoObstacle = ErrorDetails<'UNDO_IMPOSSIBLE'>

/** Why an act cannot be taken back; null where it can. */
export function findUndoObstacle({ state, nowMs }: Transaction, row: DeletionRow): UndoObstacle | null {
  if (row.undoneAtMs !== null) return { reason: 'already-undone', mediaIds: [] }
  const gone = goneOf(state, row.undo)
  if (gone.length > 0) return { reason: 'files-gone', mediaIds: gone }
  if (isChangedSince(state, row.undo)) return { reason: 'changed-since', mediaIds: [] }
  return row.undoUntilMs === null || nowMs >= row.undoUntilMs ? { reason: 'too-late', mediaIds: [] } : null
}

function goneOf(state: BackendState, { galleries, documents = [], media }: UndoRecord): MediaId[] {
  const needed = [...galleries, ...documents].flatMap(({ before }) => mediaIdsOf(before))
  const withoutRow = [...needed, ...media.map(({ before }) => before.id)].filter((id) => !state.media.has(id))
  const withoutFile = media.filter(({ before }) => state.files.get(before.fileId)?.judgedAtMs !== null)
  return [...new Set([...withoutRow, ...withoutFile.map(({ before }) => before.id)])]
}

function isChangedSince(state: BackendState, { galleries, documents = [], media }: UndoRecord): boolean {
  return (
    documents.some(({ before, afterVersion }) => (state.documents.get(before.id)?.version ?? null) !== afterVersion) ||
    galleries.some(({ before, afterVersion }) => (state.galleries.get(before.id)?.version ?? null) !== afterVersion) ||
    media.some(({ after }) => !isSamePlace(state.media.get(after.id), after))
  )
}

function isSamePlace(now: MediaRow | undefined, after: MediaRow): boolean {
  return now?.fileId === after.fileId && now.attachment === after.attachment && now.inLibrary === after.inLibrary
}
