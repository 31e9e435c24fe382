import type { StorageConfig } from './config.ts'
import type { Environment } from './environment.ts'

export function toStorageConfig(env: Environment): StorageConfig {
  const { S3_BUCKET: bucket, S3_ALIASES: aliases, S3_ENDPOINT: endpoint } = env
  if (env.STORAGE === 'none') {
    return { kind: 'none', publicUrl: env.S3_PUBLIC_URL ?? `http://127.0.0.1:${env.S3_PORT}/${bucket}`, aliases }
  }
  if (endpoint === undefined) return { kind: 'embedded', port: env.S3_PORT, bucket, aliases }
  const isAws = /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname)
  const forcePathStyle = env.S3_FORCE_PATH_STYLE ?? !isAws
  return {
    kind: 's3',
    settings: {
      endpoint,
      bucket,
      region: env.S3_REGION,
      credentials: toCredentials(env),
      forcePathStyle,
      checksums: env.S3_CHECKSUMS ?? (isAws ? 'when-supported' : 'when-required'),
    },
    publicUrl: env.S3_PUBLIC_URL ?? toPublicUrl(endpoint, bucket, forcePathStyle),
    aliases,
    mayReplaceSetup: env.S3_SETUP,
  }
}

function toPublicUrl(endpoint: string, bucket: string, forcePathStyle: boolean): string {
  return forcePathStyle ? `${endpoint}/${bucket}` : endpoint.replace('://', `://${bucket}.`)
}

function toCredentials(env: Environment): { accessKeyId: string; secretAccessKey: string } | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined
}
