import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort())

/** Aborted when this process was told to stop: what runs is stopped, what is open is to be closed. */
export const stopSignal: AbortSignal = stopping.signal

/** Runs a program in the root folder that writes to our own output; true where it ended well. */
export function runVisibly(
  program: string,
  programArguments: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      signal: stopSignal,
    })
    // Of an abort the exit tells as well, and later: the program is over then.
    child.once('error', (error) => {
      if (error.name !== 'AbortError') {
        console.log(error.message)
        resolve(false)
      }
    })
    child.once('exit', (code) => resolve(code === 0))
  })
}
