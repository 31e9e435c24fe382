import { expect, test } from 'vitest'
import { parseXml } from './parse-xml.ts'
import { childrenNamed, childText, element } from './xml-element.ts'
import { writeXml } from './write-xml.ts'

test('reads elements, text and references', () => {
  const root = parseXml('<?xml version="1.0"?><!-- c --><A xmlns="x">\n<B>1 &lt; 2 &#x41;&#66;</B><B/><C> c </C></A>\n')
  expect(root.name).toBe('A')
  expect(childrenNamed(root, 'B').map(({ text }) => text)).toEqual(['1 < 2 AB', ''])
  expect(childText(root, 'C')).toBe(' c ')
  expect(childText(root, 'D')).toBeUndefined()
})

test('reads back what was written', () => {
  const text = `a & b < c > d " e ' f \r \n \t ü 日本 😀`
  expect(childText(parseXml(writeXml(element('Root', [element('Key', text)]))), 'Key')).toBe(text)
})

test('turns raw line ends into line feeds, as XML does', () => {
  expect(parseXml('<A>1\r\n2\r3</A>').text).toBe('1\n2\n3')
  expect(parseXml('<A>1&#xD;2</A>').text).toBe('1\r2')
})

test.each([
  ['nothing', ''],
  ['text', 'text'],
  ['an element that is not closed', '<A><B></B>'],
  ['elements that cross', '<A><B></A></B>'],
  ['two roots', '<A></A><B></B>'],
  ['a bare ampersand', '<A>a & b</A>'],
  ['an unknown entity', '<A>&nbsp;</A>'],
  ['a raw control character', '<A>\u0001</A>'],
  ['a control character by reference', '<A>&#x1;</A>'],
  ['a noncharacter', '<A>\uffff</A>'],
  ['a reference beyond Unicode', '<A>&#x110000;</A>'],
  ['a document type', '<!DOCTYPE A [<!ENTITY e "x">]><A>&e;</A>'],
])('refuses %s', (_title, source) => {
  expect(() => parseXml(source)).toThrow(expect.objectContaining({ code: 'MalformedXML' }))
})
