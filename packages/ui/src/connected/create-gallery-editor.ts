import type { GalleristClient, SavedGallery, UploadQueue } from '@gallerist/sdk'
import { type Gallery, limits } from '@gallerist/sdk/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { Rejection } from '../components/rejection-list/RejectionList.tsx'
import { createDraft } from '../editor/draft.ts'
import { createEditorCommands, type EditorCommands } from '../editor/editor-commands.ts'
import { createEditorStore, type EditorStore } from '../editor/editor-store.ts'
import { createSaveRunner, type SaveRunner } from '../editor/save-runner.ts'
import type { SaveMode } from '../editor/select-save-outlook.ts'
import type { UploadPort } from '../editor/upload-port.ts'
import type { EditorMessages } from '../messages/merge-messages.ts'
import { checkFiles } from './check-files.ts'
import { makePreview } from './make-preview.ts'
import { createPreviewRegistry, type PreviewRegistry } from './preview-registry.ts'
import { createSaveSender } from './save-sender.ts'
import { createUploadBridge } from './upload-bridge.ts'

export interface GalleryEditorOptions {
  readonly client: GalleristClient
  readonly queryClient: QueryClient
  readonly queue: UploadQueue
  readonly gallery: Gallery
  readonly saveMode: SaveMode
  /** The words as they are now. */
  readonly readWords: () => EditorMessages
  readonly onOpen: (id: string) => void
  readonly onSaved: (saved: SavedGallery) => void
  readonly onRefused: (rejections: readonly Rejection[]) => void
}

/** One editor at work: a draft, what can be done with it, and what connects it to the world. No React. */
export interface GalleryEditorCore {
  readonly store: EditorStore
  readonly commands: EditorCommands
  readonly previews: PreviewRegistry
  readonly saver: SaveRunner
  /** Connects until the result is called. Letting go aborts nothing and deletes nothing. */
  attach(): () => void
}

export function createGalleryEditor(options: GalleryEditorOptions): GalleryEditorCore {
  const { client, queryClient, queue, gallery, saveMode, readWords, onSaved } = options
  const store = createEditorStore(createDraft(gallery))
  const previews = createPreviewRegistry(makePreview)
  const bridge = createUploadBridge(queue, store, readWords)
  const uploads: UploadPort = {
    ...bridge,
    start(key, file) {
      previews.add(key, file)
      bridge.start(key, file)
    },
  }
  const send = createSaveSender({ client, queryClient, galleryId: gallery.id, readWords, onSaved })
  const saver = createSaveRunner({ store, send, createId, mode: saveMode })
  const commands = createEditorCommands({ store, uploads, createId, onOpen: options.onOpen })
  return {
    store,
    previews,
    saver,
    commands: checkingFiles(commands, store, options),
    attach() {
      const detach = [
        bridge.attach(),
        previews.hold(),
        store.subscribe(() => saver.advance()),
        store.subscribe(() => previews.keepOnly((key) => store.getSnapshot().uploads.has(key))),
      ]
      return () => detach.forEach((stop) => stop())
    },
  }
}

const createId = (): string => crypto.randomUUID()

/** The same commands, with every file looked at before it becomes a tile, whichever way it came in. */
function checkingFiles(
  commands: EditorCommands,
  store: EditorStore,
  { readWords, onRefused }: GalleryEditorOptions,
): EditorCommands {
  const check = async (files: readonly File[], room: number) => {
    const { accepted, refused } = await checkFiles(files, room, readWords().uploads)
    if (refused.length > 0) onRefused(refused.map((rejection) => Object.assign({ id: createId() }, rejection)))
    return accepted
  }
  return {
    ...commands,
    addFiles(files, atIndex) {
      const room = limits.galleryItems - store.getSnapshot().items.length
      void check(files, room).then((accepted) => accepted.length > 0 && commands.addFiles(accepted, atIndex))
    },
    replace(id, file) {
      void check([file], 1).then(([accepted]) => accepted && commands.replace(id, accepted))
    },
  }
}
