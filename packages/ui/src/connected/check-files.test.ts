import { limits } from '@gallerist/sdk/contract'
import { expect, test } from 'vitest'
import { editorMessages } from '../messages/editor.ts'
import { checkFiles } from './check-files.ts'

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const file = (bytes: readonly number[], name: string, type = '') => new File([new Uint8Array(bytes)], name, { type })
const check = (files: readonly File[], room = 100) => checkFiles(files, room, editorMessages.uploads)

test('bytes decide, not names or types', async () => {
  const unnamed = file(png, 'camera')
  const { accepted, refused } = await check([unnamed, file([1, 2, 3], 'fake.png', 'image/png')])
  expect(accepted).toEqual([unnamed])
  expect(refused).toEqual([{ fileName: 'fake.png', reason: editorMessages.uploads.wrongType }])
})

test('every file that is not taken has its reason', async () => {
  const big = file(png, 'big.png')
  Object.defineProperty(big, 'size', { value: limits.fileBytes + 1 })
  const { accepted, refused } = await check([file([], 'empty.png'), big, file(png, 'a.png'), file(png, 'b.png')], 1)
  expect(accepted.map(({ name }) => name)).toEqual(['a.png'])
  expect(refused.map(({ fileName, reason }) => `${fileName}: ${reason}`)).toEqual([
    'empty.png: The file is empty',
    'big.png: Too large: 20 MB, limit 20 MB',
    'b.png: The gallery is full: 10,000 images at most',
  ])
})
