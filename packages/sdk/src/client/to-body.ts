import type { Endpoint } from '../contract/index.ts'
import type { RawInput } from './check-input.ts'

/** The fields of an object; none of anything else. */
export function toFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function toFormText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The body as it is sent: JSON, or a form (other fields than text as JSON) that ends with the file. */
export function toBody(row: Endpoint, { body, file }: RawInput): string | FormData | undefined {
  if (!row.multipart || !file) return row.body && JSON.stringify(body)
  const form = new FormData()
  for (const [name, value] of Object.entries(toFields(body))) {
    if (value !== undefined && value !== null) form.append(name, toFormText(value))
  }
  form.append('file', file, file.name)
  return form
}
