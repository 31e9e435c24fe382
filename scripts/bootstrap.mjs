// Runs under whatever Node the machine has (18+), before anything is installed.
// usage: node scripts/bootstrap.mjs [--browser] -- <command> [arguments]
//
// npm is all a fresh machine has: it brings the pinned pnpm (a native binary) for the length of one
// command, pnpm brings the repository's own Node 24, and the command then finds both on its PATH.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const separator = process.argv.indexOf('--')
const flags = new Set(process.argv.slice(2, separator))
const [command, ...commandArguments] = process.argv.slice(separator + 1)

// Asynchronous, so that a signal sent to this process reaches the command (spawnSync would block it).
function run(program, programArguments, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd: root,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    // npm runs commands through `sh`, which does not pass a signal on: when the shell is gone, stop too.
    const parent = process.ppid
    const orphaned = setInterval(() => process.ppid !== parent && forward('SIGTERM'), 500)
    orphaned.unref()
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(orphaned)
      for (const name of signals) process.off(name, forward)
      if (code === 0) resolve()
      else process.exit(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

async function ensureChromium() {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  if (process.platform !== 'linux' || known.some((path) => path && existsSync(path))) return
  if (!existsSync('/usr/bin/apt-get')) throw new Error('Install Chromium and set CHROMIUM_PATH to its executable.')
  const apt = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(apt[0], [...apt.slice(1), 'update', '-q'], env)
  await run(
    apt[0],
    [...apt.slice(1), 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    env,
  )
}

if (flags.has('--with-pnpm')) {
  await run('pnpm', ['install', '--frozen-lockfile'])
  // From here on `node` is the repository's own (node_modules/.bin/node) where npm has one for this platform.
  await run(command, commandArguments, { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` })
} else {
  if (flags.has('--browser')) await ensureChromium()
  const stage = [fileURLToPath(import.meta.url), '--with-pnpm', '--', command, ...commandArguments]
  await run('npm', ['exec', '--yes', `--package=${packageManager}`, '--', 'node', ...stage])
}
