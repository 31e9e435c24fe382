import { AbortedError, type CompletedUpload, createUploadQueue, NetworkError, type UploadClient } from '@gallerist/sdk'
import { expect, test } from 'vitest'
import { draftOf, makeResult } from '../../tests/editor-fixtures.ts'
import { createEditorStore } from '../editor/editor-store.ts'
import { editorMessages } from '../messages/editor.ts'
import { createUploadBridge } from './upload-bridge.ts'

/** A client whose uploads end when the test says so. */
function setUp() {
  const running: {
    resolve: (result: CompletedUpload) => void
    reject: (error: unknown) => void
    signal: AbortSignal
  }[] = []
  const client: UploadClient = {
    uploadMedia: (_file, { signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new AbortedError()))
        running.push({ resolve, reject, signal })
      }),
    uploads: { renew: () => Promise.reject(new NetworkError('offline')) },
  }
  const queue = createUploadQueue({ client })
  const store = createEditorStore(draftOf(1))
  const bridge = createUploadBridge(queue, store, () => editorMessages)
  const add = (n: number) => {
    const file = new File(['x'], `${n}.jpg`)
    store.dispatch({
      type: 'filesAdded',
      files: [{ id: `tile-${n}`, key: `up-${n}`, fileName: file.name, totalBytes: 1 }],
    })
    bridge.start(`up-${n}`, file)
  }
  const phase = (n: number) => store.getSnapshot().uploads.get(`up-${n}`)?.phase
  return { queue, store, bridge, running, add, phase }
}

test('the draft hears of progress, failure and success', async () => {
  const { bridge, running, add, phase } = setUp()
  bridge.attach()
  add(1)
  await expect.poll(() => running.length).toBe(1)
  running[0]?.reject(new NetworkError('cut'))
  await expect.poll(() => phase(1)).toBe('failed')
  bridge.resend('up-1')
  await expect.poll(() => running.length).toBe(2)
  running[1]?.resolve(makeResult(1))
  await expect.poll(() => phase(1)).toBe('done')
})

test('what happened while nobody listened is heard on attaching', async () => {
  const { bridge, running, add, phase } = setUp()
  const detach = bridge.attach()
  add(1)
  await expect.poll(() => running.length).toBe(1)
  detach()
  running[0]?.resolve(makeResult(1))
  await new Promise((resolve) => setTimeout(resolve))
  expect(phase(1)).not.toBe('done')
  bridge.attach()
  expect(phase(1)).toBe('done')
})

test('letting go of the editor aborts no upload', async () => {
  const { bridge, running, add } = setUp()
  const detach = bridge.attach()
  add(1)
  await expect.poll(() => running.length).toBe(1)
  detach()
  expect(running[0]?.signal.aborted).toBe(false)
})

test('removing a tile stops its transfer, and undo starts it again, however fast', async () => {
  const { store, bridge, running, add, phase } = setUp()
  bridge.attach()
  add(1)
  await expect.poll(() => running.length).toBe(1)
  store.dispatch({ type: 'itemsRemoved', ids: ['tile-1'] })
  expect(running[0]?.signal.aborted).toBe(true)
  store.dispatch({ type: 'undone' })
  await expect.poll(() => running.length).toBe(2)
  running[1]?.resolve(makeResult(1))
  await expect.poll(() => phase(1)).toBe('done')
})

test('what the draft forgets leaves the queue, and stops', async () => {
  const { store, queue, bridge, running, add } = setUp()
  bridge.attach()
  add(1)
  await expect.poll(() => running.length).toBe(1)
  store.dispatch({ type: 'discarded' })
  expect(running[0]?.signal.aborted).toBe(true)
  expect(queue.getSnapshot()).toEqual([])
})

test('an upload that the server has let go is sent anew, under the same key of the draft', async () => {
  const { store, bridge, running, add, phase } = setUp()
  bridge.attach()
  add(1)
  await expect.poll(() => running.length).toBe(1)
  running[0]?.resolve(makeResult(1))
  await expect.poll(() => phase(1)).toBe('done')
  store.dispatch({ type: 'uploadsExpired', ids: [makeResult(1).uploadId] })
  expect(phase(1)).toBe('expired')
  bridge.resend('up-1')
  await expect.poll(() => running.length).toBe(2)
  running[1]?.resolve(makeResult(2))
  await expect.poll(() => store.getSnapshot().uploads.get('up-1')?.result?.media.id).toBe(makeResult(2).media.id)
})
