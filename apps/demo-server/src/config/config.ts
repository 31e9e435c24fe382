import type { S3Settings } from '../storage/s3/s3-bucket.ts'

/** What the server is told at start, checked and complete. */
export interface Config {
  readonly demo: boolean
  readonly dataDir: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Origin that browsers know the server by; null: the address that it listens on. */
  readonly publicOrigin: string | null
  readonly corsOrigins: readonly string[]
  readonly rateLimitPerMinute: number
  readonly logLevel: string
  /** Null: one is made up and kept in the data folder. */
  readonly jwtSecret: string | null
  /** Null: embedded. */
  readonly databaseUrl: string | null
  readonly storage: StorageConfig
  /** Between the last reference's end and the delete. */
  readonly graceMs: number
  readonly sweepIntervalMs: number
  readonly urlVersion: 'content' | 'updatedAt'
}

export type StorageConfig =
  | { readonly kind: 'none'; readonly publicUrl: string; readonly aliases: readonly string[] }
  | { readonly kind: 'embedded'; readonly port: number; readonly bucket: string; readonly aliases: readonly string[] }
  | {
      readonly kind: 's3'
      readonly settings: S3Settings & { readonly endpoint: string }
      readonly publicUrl: string
      /** Other URL prefixes under which the same objects have been named. */
      readonly aliases: readonly string[]
      /** Writes policy and CORS rules of a bucket that exists already. */
      readonly mayReplaceSetup: boolean
    }
