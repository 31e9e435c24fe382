import { S3Error } from '../s3-error.ts'
import type { Credentials } from './signing-key.ts'

/** Checks `accessKeyId/date/region/s3/aws4_request` against our credentials and returns its day, `YYYYMMDD`. */
export function readScopeDate(scope: string, credentials: Credentials): string {
  const [accessKeyId, date = '', region, service, terminator] = scope.split('/')
  if (accessKeyId !== credentials.accessKeyId) throw new S3Error('InvalidAccessKeyId')
  if (region !== credentials.region) {
    const message = `The authorization header is malformed; the region '${region}' is wrong; expecting '${credentials.region}'`
    throw new S3Error('AuthorizationHeaderMalformed', message)
  }
  if (service !== 's3' || terminator !== 'aws4_request') throw new S3Error('AuthorizationHeaderMalformed')
  return date
}
