import { z } from 'zod'

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `is not between ${min} and ${max}`)

const port = wholeNumber(0, 65_535)

const flag = z.enum(['1', 'true', '0', 'false'], 'is not 1, true, 0 or false').transform((text) => /1|true/.test(text))

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const httpUrl = z
  .string()
  .refine(isHttpUrl, 'is not an http(s) URL')
  .transform((text) => text.replace(/\/+$/, ''))

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)

const isOrigin = (text: string): boolean => isHttpUrl(text) && new URL(text).origin === text

const origin = z.string().refine(isOrigin, 'is not an origin such as "https://photos.example"')

const oneOf = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values, `is not one of ${values.join(', ')}`)

/** Ten years: a longer grace is a mistake in the unit. */
const mostGraceSeconds = 315_360_000

/** What may stand in the environment; an empty variable counts as absent. */
export const environmentSchema = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ORIGIN: origin.optional(),
  CORS_ORIGINS: list.pipe(z.array(origin)).default([]),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).default(6000),
  LOG_LEVEL: oneOf(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).optional(),
  DEMO: flag.default(false),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a postgres:// URL')
    .optional(),
  JWT_SECRET: z.string().min(32, 'has fewer than 32 characters').optional(),
  STORAGE: oneOf(['s3', 'none']).default('s3'),
  S3_ENDPOINT: httpUrl.optional(),
  S3_PORT: port.default(4001),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is not a bucket name')
    .default('gallerist'),
  S3_REGION: z.string().default('us-east-1'),
  S3_PUBLIC_URL: httpUrl.optional(),
  S3_ALIASES: list.pipe(z.array(httpUrl)).default([]),
  S3_FORCE_PATH_STYLE: flag.optional(),
  S3_CHECKSUMS: oneOf(['when-required', 'when-supported']).optional(),
  S3_SETUP: flag.default(false),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  GRACE_SECONDS: wholeNumber(0, mostGraceSeconds).optional(),
  SWEEP_INTERVAL_MS: wholeNumber(10, 3_600_000).default(5000),
  URL_VERSION: oneOf(['content', 'updatedAt']).default('content'),
})

export type Environment = z.output<typeof environmentSchema>
