import { S3Error } from '../s3-error.ts'

/** The text fields of a form upload, names in lower case. */
export type FormFields = Readonly<Record<string, string>>

export interface SizeLimits {
  readonly minBytes: number
  readonly maxBytes: number
}

interface PostPolicy {
  readonly expiresAtMs: number
  readonly sizeLimits: SizeLimits
  readonly conditions: readonly FieldCondition[]
}

interface FieldCondition {
  readonly kind: 'eq' | 'starts-with'
  readonly field: string
  readonly value: string
}

/** These carry the policy itself, so no condition can cover them. */
const uncoveredFields = new Set(['policy', 'x-amz-signature', 'file'])

function invalidPolicy(message: string): S3Error {
  return new S3Error('InvalidPolicyDocument', `Invalid Policy: ${message}`)
}

function toFieldConditions(condition: unknown): FieldCondition[] {
  if (Array.isArray(condition)) {
    const [kind, field, value]: unknown[] = condition
    if (kind !== 'eq' && kind !== 'starts-with') throw invalidPolicy(`unknown condition ${JSON.stringify(condition)}`)
    return [{ kind, field: String(field).replace(/^\$/, '').toLowerCase(), value: String(value) }]
  }
  if (typeof condition !== 'object' || condition === null)
    throw invalidPolicy('a condition must be a list or an object')
  return Object.entries(condition).map(([field, value]) => {
    return { kind: 'eq', field: field.toLowerCase(), value: String(value) }
  })
}

function isSizeCondition(condition: unknown): condition is unknown[] {
  return Array.isArray(condition) && condition[0] === 'content-length-range'
}

function toSizeLimits(conditions: readonly unknown[]): SizeLimits {
  const ranges = conditions.filter(isSizeCondition)
  const minBytes = Math.max(0, ...ranges.map((range) => Number(range[1])))
  const maxBytes = Math.min(...ranges.map((range) => Number(range[2])))
  if (Number.isNaN(minBytes) || Number.isNaN(maxBytes)) throw invalidPolicy('content-length-range needs two numbers')
  return { minBytes, maxBytes }
}

/** Decodes a policy field. Without a size condition `maxBytes` is infinite. @throws S3Error `InvalidPolicyDocument` */
export function parsePostPolicy(base64: string): PostPolicy {
  let document: unknown
  try {
    document = JSON.parse(Buffer.from(base64, 'base64').toString())
  } catch {
    throw invalidPolicy('not JSON')
  }
  if (typeof document !== 'object' || document === null) throw invalidPolicy('not an object')
  const { expiration, conditions }: { expiration?: unknown; conditions?: unknown } = document
  const expiresAtMs = Date.parse(String(expiration))
  if (Number.isNaN(expiresAtMs) || !Array.isArray(conditions))
    throw invalidPolicy('expiration and conditions are needed')
  return {
    expiresAtMs,
    sizeLimits: toSizeLimits(conditions),
    conditions: conditions.filter((condition) => !isSizeCondition(condition)).flatMap(toFieldConditions),
  }
}

function refusal(reason: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${reason}`)
}

function holds({ kind, field, value }: FieldCondition, fields: FormFields): boolean {
  const actual = fields[field] ?? ''
  return kind === 'eq' ? actual === value : actual.startsWith(value)
}

/**
 * Checks that every condition holds and that every field is covered by one.
 *
 * @param fields the form's fields, plus `bucket`, with `${filename}` already replaced in the key.
 */
export function assertPolicyAllows(policy: PostPolicy, fields: FormFields, nowMs: number): void {
  if (policy.expiresAtMs <= nowMs) throw refusal('Policy expired.')
  const broken = policy.conditions.find((condition) => !holds(condition, fields))
  if (broken)
    throw refusal(`Policy Condition failed: ${JSON.stringify([broken.kind, `$${broken.field}`, broken.value])}`)
  const covered = new Set([...uncoveredFields, ...policy.conditions.map(({ field }) => field), 'bucket'])
  const extra = Object.keys(fields).find((field) => !covered.has(field) && !field.startsWith('x-ignore-'))
  if (extra !== undefined) throw refusal(`Extra input fields: ${extra}`)
}
