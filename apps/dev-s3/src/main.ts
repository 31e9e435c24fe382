import { parseArgs } from 'node:util'
import { createDevS3 } from './dev-s3.ts'

const usage = 'usage: node src/main.ts --data DIR [--port N] [--host ADDRESS] [--no-fsync]'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      'no-fsync': { type: 'boolean', default: false },
    },
  })
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, S3_REGION: region } = process.env
  if (!values.data) throw new Error(usage)
  if (!accessKeyId || !secretAccessKey) throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set')
  const s3 = await createDevS3({
    dataDir: values.data,
    port: Number(values.port),
    host: values.host,
    fsync: !values['no-fsync'],
    accessKeyId,
    secretAccessKey,
    ...(region && { region }),
  })
  const { url } = await s3.listen()
  console.log(`dev-s3 ready at ${url}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void s3.close())
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
