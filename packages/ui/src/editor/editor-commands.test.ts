import { expect, test } from 'vitest'
import { draftOf, idsOf, makeResult, mediaIdOf } from '../../tests/editor-fixtures.ts'
import { createEditorCommands } from './editor-commands.ts'
import { createEditorStore } from './editor-store.ts'
import { followUploads } from './follow-uploads.ts'
import type { UploadPort } from './upload-port.ts'

const id = mediaIdOf

function setUp() {
  const store = createEditorStore(draftOf(2))
  const log: string[] = []
  const uploads: UploadPort = {
    start: (key, file) => log.push(`start ${key} ${file.name}`),
    cancel(key) {
      log.push(`cancel ${key}`)
      store.dispatch({ type: 'uploadAdvanced', key, phase: 'cancelled', sentBytes: 0 })
    },
    resend: (key) => log.push(`resend ${key}`),
  }
  store.subscribe(() => followUploads(store, uploads))
  let next = 0
  const createId = () => `id${(next += 1)}`
  const commands = createEditorCommands({ store, uploads, createId, onOpen: () => {} })
  return { store, log, commands }
}

const file = (name: string) => new File(['x'], name)

test('files land where they were dropped, and each is sent', () => {
  const { store, log, commands } = setUp()
  commands.addFiles([file('a.jpg'), file('b.jpg')], 1)
  expect(idsOf(store.getSnapshot())).toEqual([id(0), 'id2', 'id4', id(1)])
  expect(log).toEqual(['start id1 a.jpg', 'start id3 b.jpg'])
})

test('removing a tile stops its upload, and undo sends the file again', () => {
  const { log, commands } = setUp()
  commands.addFiles([file('a.jpg')])
  commands.remove(['id2'])
  commands.undo()
  expect(log).toEqual(['start id1 a.jpg', 'cancel id1', 'resend id1'])
})

test('removing a tile that is up sends nothing: its file stays staged and runs out', () => {
  const { store, log, commands } = setUp()
  commands.addFiles([file('a.jpg')])
  store.dispatch({ type: 'uploadCompleted', key: 'id1', result: makeResult(1) })
  commands.remove(['id2'])
  commands.undo()
  expect(log).toEqual(['start id1 a.jpg'])
})

test('cancelling a new tile takes it away; cancelling a replacement keeps the old picture', () => {
  const { store, commands } = setUp()
  commands.addFiles([file('a.jpg')])
  commands.cancelUpload('id2')
  commands.replace(id(0), file('b.jpg'))
  commands.cancelUpload(id(0))
  expect(idsOf(store.getSnapshot())).toEqual([id(0), id(1)])
  expect(store.getSnapshot().items[0]?.replaceWith).toBeUndefined()
})

test('only stuck uploads are sent again', () => {
  const { store, log, commands } = setUp()
  commands.addFiles([file('a.jpg'), file('b.jpg')])
  store.dispatch({ type: 'uploadFailed', key: 'id3', message: 'Connection lost' })
  log.length = 0
  commands.retryUpload('id2')
  commands.retryAllUploads()
  expect(log).toEqual(['resend id3'])
})

test('discarding sends nothing again: what the draft has forgotten is of no use to it', () => {
  const { store, log, commands } = setUp()
  commands.addFiles([file('a.jpg')])
  commands.discard()
  expect(log).toEqual(['start id1 a.jpg'])
  expect(idsOf(store.getSnapshot())).toEqual([id(0), id(1)])
  expect(store.getSnapshot().uploads.size).toBe(0)
})
