import type { Readable } from 'node:stream'
import { element, type XmlElement } from '../xml/xml-element.ts'
import { writeXml } from '../xml/write-xml.ts'

export type ReplyHeaders = Readonly<Record<string, string>>

/** An answer that has not been sent: what a handler returns. */
export interface Reply {
  readonly status: number
  readonly headers: ReplyHeaders
  readonly body: string | Readable
}

export function emptyReply(status: number, headers: ReplyHeaders = {}): Reply {
  return { status, headers, body: '' }
}

export function xmlReply(root: XmlElement, options: { status?: number; headers?: ReplyHeaders } = {}): Reply {
  return {
    status: options.status ?? 200,
    headers: { ...options.headers, 'content-type': 'application/xml' },
    body: writeXml(root),
  }
}

export interface ErrorFacts {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly headers?: ReplyHeaders
}

export function errorReply({ status, code, message, headers = {} }: ErrorFacts): Reply {
  return xmlReply(element('Error', [element('Code', code), element('Message', message)]), { status, headers })
}

/** The version header, which S3 leaves out in a bucket without versioning. */
export function versionHeader(versionId: string | undefined): ReplyHeaders {
  return versionId === undefined || versionId === 'null' ? {} : { 'x-amz-version-id': versionId }
}

export function checksumHeaders(checksums: Readonly<Record<string, string>>): ReplyHeaders {
  return Object.fromEntries(
    Object.entries(checksums).map(([algorithm, value]) => [`x-amz-checksum-${algorithm}`, value]),
  )
}
