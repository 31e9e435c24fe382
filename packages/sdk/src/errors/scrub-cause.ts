/** What an error's cause may still say: kind, code and a text without addresses, tokens and signatures. */
export class ScrubbedCause extends Error {
  override readonly name: string
  readonly code: string | undefined

  constructor(name: string, message: string, code: string | undefined) {
    super(message)
    this.name = name
    this.code = code
    this.stack = `${name}: ${message}`
  }
}

const secrets = [/(?<=[a-z][a-z0-9+.-]*:\/\/[^\s?#]*)[?#]\S*/gi, /\b(?:bearer|basic)\s+\S+/gi, /\beyJ[\w-]+\.[\w.-]+/g]

function scrubText(text: string): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '[removed]'), text)
}

/** Keeps kind, code and text of whatever was thrown; drops requests, headers, form fields, queries and tokens. */
export function scrubCause(cause: unknown): ScrubbedCause | undefined {
  if (cause === undefined || cause === null) return undefined
  if (!(cause instanceof Error)) return new ScrubbedCause('Error', 'Something that is no error was thrown.', undefined)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  return new ScrubbedCause(cause.name, scrubText(cause.message), code)
}
