type Given = Readonly<Record<string, string>>

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost'])

/** What cannot be meant together, judged on what is set, so that it is reported beside misspelt values. */
export function findContradictions(env: Given, isDemo: boolean): string[] {
  const has = (name: string): boolean => env[name] !== undefined
  const storageOff = env['STORAGE'] === 'none'
  const embeddedStorage = !storageOff && !has('S3_ENDPOINT')
  const isLocal = loopbackHosts.has(env['HOST'] ?? '127.0.0.1')
  const rules: [isBroken: boolean, problem: string][] = [
    [!isDemo && !has('JWT_SECRET'), 'JWT_SECRET is missing; only a demo (--demo) makes one up'],
    [isDemo && !isLocal, `HOST is "${env['HOST']}", but a demo hands out tokens: it listens on loopback only`],
    [
      !isDemo && embeddedStorage && !isLocal,
      `HOST is "${env['HOST']}", but the embedded storage is reachable from this machine only; set S3_ENDPOINT`,
    ],
    [storageOff && has('S3_ENDPOINT'), 'S3_ENDPOINT is set, but STORAGE is none'],
    [
      has('S3_ENDPOINT') && has('S3_PORT'),
      'S3_PORT is that of the embedded storage, but S3_ENDPOINT names another one',
    ],
    [embeddedStorage && has('S3_PUBLIC_URL'), 'S3_PUBLIC_URL is set, but there is no S3_ENDPOINT behind it'],
    [
      has('AWS_ACCESS_KEY_ID') !== has('AWS_SECRET_ACCESS_KEY'),
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY go together',
    ],
    [
      embeddedStorage && (env['PORT'] ?? '4000') === (env['S3_PORT'] ?? '4001') && env['PORT'] !== '0',
      'PORT and S3_PORT are the same',
    ],
  ]
  return rules.filter(([isBroken]) => isBroken).map(([, problem]) => problem)
}
