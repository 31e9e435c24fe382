import { S3Error } from '../s3-error.ts'
import type { XmlElement } from './xml-element.ts'

const namedEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
const illegalCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y

interface OpenElement {
  name: string
  text: string
  children: XmlElement[]
}

function readReference(reference: string, body: string): string {
  const named = namedEntities[body]
  if (named !== undefined) return named
  const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(body)
  const codePoint = digits?.[1] === undefined ? Number(digits?.[2]) : Number.parseInt(digits[1], 16)
  if (!(codePoint > 0 && codePoint <= 0x10_ff_ff)) throw new S3Error('MalformedXML', `Unknown reference ${reference}`)
  return String.fromCodePoint(codePoint)
}

function readText(raw: string): string {
  if (raw.replace(/&[#\w]+;/g, '').includes('&')) throw new S3Error('MalformedXML', 'A bare & is not allowed')
  return raw.replace(/\r\n?/g, '\n').replace(/&([#\w]+);/g, readReference)
}

function assertLegal(text: string): void {
  if (illegalCharacter.test(text)) throw new S3Error('MalformedXML', 'The document has a character XML 1.0 forbids')
}

/**
 * Parses an S3 request document. Attributes are skipped; DOCTYPE and CDATA are refused.
 *
 * @throws S3Error `MalformedXML`, also for characters that XML 1.0 cannot carry, raw or as a reference: as on S3, one
 * such key makes the whole document fail.
 */
export function parseXml(source: string): XmlElement {
  const root: OpenElement = { name: '', text: '', children: [] }
  const open = [root]
  let position = 0
  while (position < source.length) {
    const current = open.at(-1)
    if (!current) throw new S3Error('MalformedXML')
    const nextTag = source.indexOf('<', position)
    const textEnd = nextTag < 0 ? source.length : nextTag
    current.text += readText(source.slice(position, textEnd))
    if (textEnd === source.length) break
    token.lastIndex = textEnd
    const match = token.exec(source)
    if (!match) throw new S3Error('MalformedXML')
    position = token.lastIndex
    acceptTag(open, match)
  }
  const [document] = root.children
  if (open.length !== 1 || root.children.length !== 1 || !document) throw new S3Error('MalformedXML')
  if (root.text.trim() !== '') throw new S3Error('MalformedXML')
  return document
}

function acceptTag(open: OpenElement[], [, closing, name, , selfClosing]: RegExpExecArray): void {
  if (name === undefined) return
  if (closing) {
    const closed = open.pop()
    if (closed?.name !== name) throw new S3Error('MalformedXML')
    assertLegal(closed.text)
    return
  }
  const child: OpenElement = { name, text: '', children: [] }
  open.at(-1)?.children.push(child)
  if (!selfClosing) open.push(child)
}
