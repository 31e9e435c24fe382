import { access, constants, realpath } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { runCommand } from '../run-command.ts'

export interface InstalledNode {
  readonly path: string
  readonly version: string
}

const oldestSupported = 20

/** The repository's own Node, and the machine's where it has one that the packages support. */
export async function findNodes(): Promise<InstalledNode[]> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const candidates = [process.execPath, ...folders.map((folder) => join(folder, 'node'))]
  const nodes = (await Promise.all(candidates.map(readNode))).filter((node) => node !== null)
  return nodes.filter((node, index) => nodes.findIndex((other) => other.version === node.version) === index)
}

async function readNode(path: string): Promise<InstalledNode | null> {
  try {
    await access(path, constants.X_OK)
  } catch {
    return null
  }
  const { code, output } = await runCommand(await realpath(path), ['--version'])
  const version = output.trim()
  const major = Number(/^v(\d+)\./.exec(version)?.[1] ?? 0)
  return code === 0 && major >= oldestSupported ? { path, version } : null
}
