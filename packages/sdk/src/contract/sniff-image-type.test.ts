import { expect, test } from 'vitest'
import { sniffImageType } from './sniff-image-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.for([
  ['\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF', 'image/jpeg'],
  ['\u0089PNG\r\n\u001a\n\u0000\u0000', 'image/png'],
  ['GIF89a..', 'image/gif'],
  ['RIFF\u0010\u0000\u0000\u0000WEBPVP8 ', 'image/webp'],
  ['\u0000\u0000\u0000 ftypavif\u0000\u0000\u0000\u0000', 'image/avif'],
  ['\u0000\u0000\u0000 ftypmif1\u0000\u0000\u0000\u0000avifmiaf', 'image/avif'],
  ['\u0000\u0000\u0000 ftypheic', null],
  ['<!doctype html><html>', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['RIFF\u0010\u0000\u0000\u0000WAVEfmt ', null],
  ['', null],
] as const)('%j is %s', ([text, type]) => {
  expect(sniffImageType(bytes(text))).toBe(type)
})
