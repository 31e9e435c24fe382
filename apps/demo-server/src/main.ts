import closeWithGrace from 'close-with-grace'
import { ConfigError, readConfig } from './read-config.ts'
import { startApp } from './start/start-app.ts'

const closeWithinMs = 15_000

try {
  const config = readConfig()
  const app = await startApp(config)
  closeWithGrace({ delay: closeWithinMs, logger: console }, ({ err }) => {
    if (err) console.error(err)
    return app.close()
  })
  console.log(`Gallerist ${config.demo ? 'demo ' : ''}runs at ${app.url} (API: ${app.url}/docs). Stop it with Ctrl+C.`)
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}
