import type { DeleteOutcome } from '../object-storage.ts'

/** Answers that stay the same until somebody changes permissions or credentials. */
const denials = new Set([
  'AccessDenied',
  'AllAccessDisabled',
  'AccountProblem',
  'InvalidAccessKeyId',
  'InvalidObjectState',
  'MethodNotAllowed',
  'SignatureDoesNotMatch',
])

/** What a failed delete means for its key: denied where only a person can help, else in doubt. */
export function toFailedOutcome(code: string, message = ''): DeleteOutcome {
  const text = message === '' ? code : `${code}: ${message}`
  return denials.has(code) ? { state: 'denied', message: text } : { state: 'retry', message: text }
}
