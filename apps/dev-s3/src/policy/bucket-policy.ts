import { S3Error } from '../s3-error.ts'

interface PublicReadPolicy {
  /** Resource patterns, `arn:aws:s3:::bucket/prefix*`. */
  readonly resources: readonly string[]
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function toRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new S3Error('MalformedPolicy')
  return { ...value }
}

function isEverybody(principal: unknown): boolean {
  if (principal === '*') return true
  return (
    typeof principal === 'object' && principal !== null && 'AWS' in principal && toList(principal.AWS).includes('*')
  )
}

function readResources(statement: Record<string, unknown>, bucket: string): string[] {
  const isPublicRead =
    statement['Effect'] === 'Allow' &&
    isEverybody(statement['Principal']) &&
    statement['Condition'] === undefined &&
    toList(statement['Action']).every((action) => action === 's3:GetObject')
  if (!isPublicRead) throw new S3Error('NotImplemented', 'Only "Allow s3:GetObject to everybody" is supported')
  const resources = toList(statement['Resource']).map(String)
  if (resources.some((resource) => !resource.startsWith(`arn:aws:s3:::${bucket}/`))) {
    throw new S3Error('MalformedPolicy', 'Policy has invalid resource')
  }
  return resources
}

/** Parses a bucket policy and refuses, rather than ignores, what it would not enforce. */
export function parseBucketPolicy(json: string, bucket: string): PublicReadPolicy {
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch {
    throw new S3Error('MalformedPolicy')
  }
  const statements = toList(toRecord(document)['Statement']).map(toRecord)
  return { resources: statements.flatMap((statement) => readResources(statement, bucket)) }
}

function matchesPattern(pattern: string, text: string): boolean {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (c) => {
    if (c === '*') return '.*'
    return c === '?' ? '.' : `\\${c}`
  })
  return new RegExp(`^${source}$`, 's').test(text)
}

/** Whether anybody may read this object. */
export function allowsPublicRead(policy: PublicReadPolicy, bucket: string, key: string): boolean {
  return policy.resources.some((resource) => matchesPattern(resource, `arn:aws:s3:::${bucket}/${key}`))
}
