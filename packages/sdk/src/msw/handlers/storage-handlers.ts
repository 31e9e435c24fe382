import type { StorageObject } from '../../contract/index.ts'
import type { BackendState } from '../state/backend-state.ts'
import type { FileRow, ObjectRow } from '../state/rows.ts'
import { toIsoTime, toIsoTimeOrNull } from '../state/iso-time.ts'
import { pageOf } from '../state/page-of.ts'
import { reconcile, toInvariants } from '../state/reconcile.ts'
import { Refusal } from '../state/refusal.ts'
import { usesOf } from '../state/uses.ts'
import type { FakeHandlers } from './fake-handler.ts'

export const storageHandlers: FakeHandlers<'listStorageObjects' | 'getInvariants' | 'reconcile'> = {
  listStorageObjects({ tx: { state }, query }) {
    if (!state.storageOn) throw new Refusal('STORAGE_OFF', 'Storage is switched off; nothing can be listed.')
    const files = new Map([...state.files.values()].flatMap((file) => keysOfFile(file).map((key) => [key, file])))
    const objects = [...state.objects.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1))
    return pageOf(objects, query, {
      keyOf: ({ key }) => key,
      toItem: (object) => toStorageObject(state, object, files.get(object.key)),
    })
  },

  getInvariants: ({ tx }) => toInvariants(tx.state.proof),

  reconcile({ tx }) {
    if (!tx.state.storageOn) throw new Refusal('STORAGE_OFF', 'Storage is switched off; nothing can be compared.')
    tx.state.proof = reconcile(tx)
    return tx.state.proof
  },
}

function keysOfFile(file: FileRow): string[] {
  return [file.originalKey, ...file.thumbnails.map(({ key }) => key)]
}

function toStorageObject(state: BackendState, object: ObjectRow, file: FileRow | undefined): StorageObject {
  const { key, sizeBytes, lastModifiedAtMs } = object
  return {
    key,
    sizeBytes,
    lastModifiedAt: toIsoTime(lastModifiedAtMs),
    state: file === undefined ? 'incoming' : stateOf(state, file),
    mediaId: file?.mediaId ?? null,
    fileName: file?.fileName ?? null,
    usedBy: file?.dueAtMs === null && !file.held ? usesOf(state, file.mediaId) : [],
    dueAt: toIsoTimeOrNull(file?.dueAtMs ?? null),
  }
}

function stateOf(state: BackendState, file: FileRow): StorageObject['state'] {
  if (file.judgedAtMs !== null) return 'deleting'
  if (file.held) return 'held'
  if (file.dueAtMs === null) return 'attached'
  const media = state.media.get(file.mediaId)
  return media?.fileId === file.id && !media.everUsed ? 'staged' : 'condemned'
}
