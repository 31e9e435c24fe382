import type { FastifyRequest, FastifyServerOptions } from 'fastify'

const secretParameters = /([?&](?:x-amz-(?:signature|credential|security-token)|token|signature|policy)=)[^&#]*/gi

/** Takes what grants access out of a URL. */
function redactUrl(url: string): string {
  return url.replaceAll(secretParameters, '$1[redacted]')
}

/** Logs that name requests by id and never hold a token, a signature or a secret. */
export function toLoggerOptions(
  level: string,
  stream?: { write(line: string): void },
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    ...(stream && { stream }),
    redact: {
      paths: [
        ...['authorization', 'cookie', 'idempotency-key'].flatMap((name) => [
          `headers["${name}"]`,
          `*.headers["${name}"]`,
        ]),
        ...['token', 'password', 'secretAccessKey', 'fields'].flatMap((name) => [name, `*.${name}`]),
      ],
      censor: '[redacted]',
    },
    serializers: {
      req: ({ method, url, ip }: FastifyRequest) => ({ method, url: redactUrl(url), remoteAddress: ip }),
    },
  }
}
