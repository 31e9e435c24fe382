import { expect, test } from 'vitest'
import { samplePng } from '../../tests/samples.ts'
import { limits } from '../contract/index.ts'
import { inspectFile } from './inspect-file.ts'

test('says name, size and the type of the bytes', async () => {
  await expect(inspectFile(samplePng('a.jpg', 99))).resolves.toEqual({
    fileName: 'a.jpg',
    mime: 'image/png',
    sizeBytes: 99,
  })
})

test('keeps the end of a name that is too long, and names what has no name', async () => {
  const { fileName } = await inspectFile(samplePng(`${'a'.repeat(400)}.png`))
  expect(fileName).toHaveLength(limits.fileNameLength)
  expect(fileName).toMatch(/a\.png$/)
  expect((await inspectFile(samplePng(''))).fileName).toBe('picture.png')
})

test('takes a file of exactly the limit', async () => {
  await expect(inspectFile(samplePng('a.png', limits.fileBytes))).resolves.toMatchObject({
    sizeBytes: limits.fileBytes,
  })
})

test('says that a file can no longer be read', async () => {
  const moved = samplePng()
  Object.defineProperty(moved, 'slice', {
    value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
  })
  await expect(inspectFile(moved)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})
