import { isIPv4 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../domain/domain-error.ts'

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses whatever does not come from this machine. A proxy on it makes every caller look local, and a page elsewhere can
 * point its own host name here (DNS rebinding), so forwarding headers and foreign host names are refused as well.
 */
export function requireLoopback({ socket, headers, hostname }: FastifyRequest): void {
  const forwarded = headers['forwarded'] ?? headers['x-forwarded-for'] ?? headers['x-real-ip']
  const isLocal = isLoopback(socket.remoteAddress ?? '') && forwarded === undefined
  if (isLocal && loopbackHosts.has(hostname)) return
  throw new DomainError('FORBIDDEN', 'This answers only to the machine it runs on: open it under 127.0.0.1.')
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}
