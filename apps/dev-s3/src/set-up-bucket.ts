import type { BucketStore } from './store/bucket-store.ts'
import { element, type XmlElement } from './xml/xml-element.ts'
import { writeXml } from './xml/write-xml.ts'

/** What a bucket is like; what is left out is switched off. */
export interface BucketSetup {
  /** Origins whose pages may read and upload, such as `http://localhost:5173`, or `*`. */
  corsOrigins?: readonly string[]
  /** Key prefixes that everybody may read, such as `public/`. */
  publicReadPrefixes?: readonly string[]
  /** Keep old versions. S3 cannot switch this off again, only suspend it. */
  isVersioned?: boolean
}

function toElements(name: string, values: readonly string[]): XmlElement[] {
  return values.map((value) => element(name, value))
}

function toCorsDocument(origins: readonly string[]): string {
  return writeXml(
    element('CORSConfiguration', [
      element('CORSRule', [
        ...toElements('AllowedOrigin', origins),
        ...toElements('AllowedMethod', ['GET', 'HEAD', 'PUT', 'POST']),
        ...toElements('AllowedHeader', ['*']),
        ...toElements('ExposeHeader', ['ETag']),
        element('MaxAgeSeconds', 600),
      ]),
    ]),
  )
}

function toPolicyDocument(bucket: string, prefixes: readonly string[]): string {
  const Resource = prefixes.map((prefix) => `arn:aws:s3:::${bucket}/${prefix}*`)
  const statement = { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
}

export function setUpBucket(buckets: BucketStore, name: string, setup: BucketSetup): void {
  const { corsOrigins = [], publicReadPrefixes = [], isVersioned = false } = setup
  buckets.create(name)
  buckets.setDocument(name, 'cors', corsOrigins.length === 0 ? null : toCorsDocument(corsOrigins))
  buckets.setDocument(
    name,
    'policy',
    publicReadPrefixes.length === 0 ? null : toPolicyDocument(name, publicReadPrefixes),
  )
  if (isVersioned) buckets.setVersioning(name, 'Enabled')
  else if (buckets.get(name).versioning === 'Enabled') buckets.setVersioning(name, 'Suspended')
}
