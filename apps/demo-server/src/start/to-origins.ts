import type { Config } from '../config/config.ts'

/** The addresses that browsers may have the page from; the one to tell people comes first. */
export function toOrigins({ publicOrigin, host }: Pick<Config, 'publicOrigin' | 'host'>, port: number): string[] {
  const hosts = isThisMachine(host) ? ['127.0.0.1', 'localhost'] : [host]
  const own = hosts.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`)
  return publicOrigin === null ? own : [publicOrigin, ...own]
}

function isThisMachine(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::'].includes(host)
}
