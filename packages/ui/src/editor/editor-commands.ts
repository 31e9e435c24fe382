import type { AddedFile } from './draft-event.ts'
import type { EditorStore } from './editor-store.ts'
import { selectUploadProgress } from './select-uploads.ts'
import type { GridCommands } from './tile.ts'
import type { UploadPort } from './upload-port.ts'

/** Everything a person can do in an editor besides saving. */
export interface EditorCommands extends GridCommands {
  readonly restore: (ids: readonly string[]) => void
  /** Like `setAlt`; keystrokes of one session are one step of the history. */
  readonly editAlt: (id: string, alt: string | undefined, session: string) => void
  readonly editCaption: (id: string, caption: string | null, session: string) => void
  readonly dropReplacement: (id: string) => void
  readonly retryAllUploads: () => void
  readonly discard: () => void
  /** Gives the draft up for the version that somebody else saved. */
  readonly loadTheirs: () => void
}

export interface EditorPorts {
  readonly store: EditorStore
  readonly uploads: UploadPort
  readonly createId: () => string
  readonly onOpen: (id: string) => void
}

/** The commands of one editor: most are one event, some start or stop a transfer too. */
export function createEditorCommands({ store, uploads, createId, onOpen }: EditorPorts): EditorCommands {
  const { dispatch } = store
  const resendStuck = (isMeant: (id: string) => boolean) => {
    for (const { id, upload } of selectUploadProgress(store.getSnapshot()).stuck)
      if (isMeant(id)) uploads.resend(upload.key)
  }
  return {
    move: (ids, toIndex) => dispatch({ type: 'itemsMoved', ids, toIndex }),
    remove: (ids) => dispatch({ type: 'itemsRemoved', ids }),
    restore: (ids) => dispatch({ type: 'itemsRestored', ids }),
    open: onOpen,
    setCover: (id) => dispatch({ type: 'coverSet', id }),
    addFiles(files, atIndex) {
      const added = files.map((file) => ({ ...toAdded(file, createId()), id: createId(), file }))
      dispatch({ type: 'filesAdded', files: added.map(withoutFile), atIndex })
      for (const { key, file } of added) uploads.start(key, file)
    },
    replace(id, file) {
      const upload = toAdded(file, createId())
      dispatch({ type: 'itemReplaced', id, upload })
      uploads.start(upload.key, file)
    },
    dropReplacement: (id) => dispatch({ type: 'replacementDropped', id }),
    setAlt: (ids, alt) => dispatch({ type: 'altEdited', ids, alt }),
    editAlt: (id, alt, session) => dispatch({ type: 'altEdited', ids: [id], alt, session }),
    editCaption: (id, caption, session) => dispatch({ type: 'captionEdited', ids: [id], caption, session }),
    retryUpload: (id) => resendStuck((stuckId) => stuckId === id),
    retryAllUploads: () => resendStuck(() => true),
    cancelUpload: (id) => dispatch(cancelEvent(store, id)),
    undo: () => dispatch({ type: 'undone' }),
    redo: () => dispatch({ type: 'redone' }),
    discard: () => dispatch({ type: 'discarded' }),
    loadTheirs: () => dispatch({ type: 'theirsLoaded' }),
  }
}

/** Without its upload a new tile is nothing; a replaced one keeps its old picture. */
function cancelEvent(store: EditorStore, id: string) {
  const item = store.getSnapshot().items.find((candidate) => candidate.id === id)
  if (item?.replaceWith !== undefined) return { type: 'replacementDropped', id } as const
  return { type: 'itemsRemoved', ids: [id] } as const
}

function toAdded(file: File, key: string) {
  return { key, fileName: file.name, totalBytes: file.size }
}

function withoutFile({ id, key, fileName, totalBytes }: AddedFile): AddedFile {
  return { id, key, fileName, totalBytes }
}
