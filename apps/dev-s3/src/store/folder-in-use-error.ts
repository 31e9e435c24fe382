/** Thrown when another running process works in the same data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  readonly dataDir: string
  /** Undefined when the owner has not written its process id yet. */
  readonly pid: number | undefined

  constructor(dataDir: string, pid: number | undefined) {
    const owner = pid === undefined ? 'another process' : `process ${pid}`
    super(`${dataDir} is in use by ${owner}. Stop it, or give this server its own dataDir.`)
    this.dataDir = dataDir
    this.pid = pid
  }
}
