import type { XmlElement } from './xml-element.ts'

const namedEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Control characters are written as references, as S3 does, although XML 1.0 forbids all but tab, CR and LF. */
// oxlint-disable-next-line no-control-regex -- keys may contain control characters
const escaped = /[&<>"'\u0000-\u001f\ufffe\uffff]/g

function escapeXml(text: string): string {
  return text.replace(escaped, (c) => namedEntities[c] ?? `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`)
}

function writeElement({ name, text, children }: XmlElement): string {
  return `<${name}>${escapeXml(text)}${children.map(writeElement).join('')}</${name}>`
}

/** Writes a whole document whose root is in S3's namespace. */
export function writeXml(root: XmlElement): string {
  const namespace = root.name === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
  const content = writeElement(root).slice(root.name.length + 2)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root.name}${namespace}>${content}`
}
