import { S3Error } from '../s3-error.ts'
import { childrenNamed, childText, type XmlElement } from '../xml/xml-element.ts'
import { parseXml } from '../xml/parse-xml.ts'

interface CorsRule {
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly allowedHeaders: readonly string[]
  readonly exposedHeaders: readonly string[]
  readonly maxAgeSeconds: string | undefined
}

export interface CorsQuestion {
  readonly origin: string
  readonly method: string
  /** Lower-case names that a preflight asks for. */
  readonly requestHeaders: readonly string[]
}

function toRule(rule: XmlElement): CorsRule {
  const texts = (name: string): string[] => childrenNamed(rule, name).map(({ text }) => text)
  return {
    origins: texts('AllowedOrigin'),
    methods: texts('AllowedMethod'),
    allowedHeaders: texts('AllowedHeader').map((name) => name.toLowerCase()),
    exposedHeaders: texts('ExposeHeader'),
    maxAgeSeconds: childText(rule, 'MaxAgeSeconds'),
  }
}

/** @throws S3Error `MalformedXML` when a rule lacks an origin or a method. */
export function parseCorsRules(xml: string): CorsRule[] {
  const rules = childrenNamed(parseXml(xml), 'CORSRule').map(toRule)
  const isComplete = rules.every(({ origins, methods }) => origins.length > 0 && methods.length > 0)
  if (rules.length === 0 || !isComplete) throw new S3Error('MalformedXML')
  return rules
}

/** One `*` stands for any text. */
function matchesWildcard(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*')
  if (end === undefined) return pattern === text
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end)
}

function allows(rule: CorsRule, { origin, method, requestHeaders }: CorsQuestion): boolean {
  return (
    rule.methods.includes(method) &&
    rule.origins.some((pattern) => matchesWildcard(pattern, origin)) &&
    requestHeaders.every((name) => rule.allowedHeaders.some((pattern) => matchesWildcard(pattern, name)))
  )
}

/** The response headers of the first rule that allows the request; undefined when none does. */
export function toCorsHeaders(rules: readonly CorsRule[], question: CorsQuestion): Record<string, string> | undefined {
  const rule = rules.find((candidate) => allows(candidate, question))
  if (!rule) return undefined
  const lists = {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : question.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-allow-headers': question.requestHeaders.join(', '),
    'access-control-expose-headers': rule.exposedHeaders.join(', '),
    'access-control-max-age': rule.maxAgeSeconds ?? '',
  }
  return Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== ''))
}
