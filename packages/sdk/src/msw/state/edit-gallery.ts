import type { GalleryId } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { GalleryRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import { toNextVersion } from './next-version.ts'
import { mediaIdsOf } from './uses.ts'

/** Changes a gallery behind the API's back, as another editor's save would. */
export function editGallery(
  tx: Transaction,
  id: GalleryId,
  edit: (gallery: GalleryRow) => Partial<Pick<GalleryRow, 'title' | 'published' | 'items'>>,
): GalleryRow {
  const before = expectRow(tx.state.galleries, id)
  const after = toNextVersion(tx, { ...before, ...edit(before) })
  tx.state.galleries.set(id, after)
  settleMedia(tx, [...mediaIdsOf(before), ...mediaIdsOf(after)])
  return after
}
