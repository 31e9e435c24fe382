import { startPostgres } from '../src/embedded/start-postgres.ts'

// An app of its own, to be killed: holds the database until then.
const { url } = await startPostgres({ dataDir: process.argv[2] ?? '' })
process.stdout.write(`${url}\n`)
setInterval(() => {}, 60_000)
