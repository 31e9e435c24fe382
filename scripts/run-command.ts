import { spawn } from 'node:child_process'

export interface CommandOptions {
  readonly cwd?: string
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number | undefined
  readonly gid?: number | undefined
}

export interface CommandResult {
  /** 0 where the program ended well; 1 where a signal ended it or it does not exist. */
  readonly code: number
  /** Standard output and standard error, in the order they came. */
  readonly output: string
}

/** Runs a program to its end and keeps what it says. */
export function runCommand(
  program: string,
  programArguments: readonly string[],
  { env, ...options }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      ...options,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

/**
 * Runs a program that must end well.
 *
 * @throws Error with the program's own words
 */
export async function mustRun(
  program: string,
  programArguments: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, output } = await runCommand(program, programArguments, options)
  if (code !== 0) throw new Error(`${program} ${programArguments.join(' ')} ended with ${code}:\n${output}`)
  return output
}
