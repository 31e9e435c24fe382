/** An element of an S3 document. They carry text or children, and no attribute that means anything. */
export interface XmlElement {
  readonly name: string
  readonly text: string
  readonly children: readonly XmlElement[]
}

export function element(name: string, content: string | number | boolean | readonly XmlElement[] = ''): XmlElement {
  return typeof content === 'object'
    ? { name, text: '', children: content }
    : { name, text: `${content}`, children: [] }
}

export function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name)
}

export function childText(parent: XmlElement, name: string): string | undefined {
  return parent.children.find((child) => child.name === name)?.text
}
