import type { Previews } from '../editor/select-tiles.ts'

export interface PreviewRegistry {
  readonly getSnapshot: () => Previews
  readonly subscribe: (listener: () => void) => () => void
  add(key: string, file: Blob): void
  /** Gives up what is not kept any more. */
  keepOnly(isKept: (key: string) => boolean): void
  /** Holds the previews; when the last holder has let go, all are given up. */
  hold(): () => void
}

/** Pictures made at the same time: each is decoded whole before it is small. */
const concurrency = 2

/** Local previews by upload key. Owns their object URLs: nobody else makes or revokes one. */
export function createPreviewRegistry(
  make: (file: Blob) => Promise<string | null>,
  revoke: (url: string) => void = (url) => URL.revokeObjectURL(url),
): PreviewRegistry {
  let previews: Previews = new Map()
  let waiting: { readonly key: string; readonly file: Blob }[] = []
  const wanted = new Set<string>()
  const listeners = new Set<() => void>()
  let running = 0
  let holders = 0

  const publish = (next: Previews) => {
    previews = next
    for (const listener of listeners) listener()
  }
  const land = (key: string, url: string | null) => {
    running -= 1
    if (url !== null && wanted.has(key)) publish(new Map([...previews, [key, url]]))
    else if (url !== null) revoke(url)
    next()
  }
  const next = () => {
    const job = running < concurrency ? waiting.shift() : undefined
    if (!job) return
    running += 1
    void make(job.file).then((url) => land(job.key, url))
    next()
  }
  const keepOnly: PreviewRegistry['keepOnly'] = (isKept) => {
    waiting = waiting.filter(({ key }) => isKept(key))
    for (const key of wanted) if (!isKept(key)) wanted.delete(key)
    const dropped = [...previews].filter(([key]) => !isKept(key))
    if (dropped.length === 0) return
    publish(new Map([...previews].filter(([key]) => isKept(key))))
    for (const [, url] of dropped) revoke(url)
  }
  return {
    getSnapshot: () => previews,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(key, file) {
      wanted.add(key)
      waiting.push({ key, file })
      next()
    },
    keepOnly,
    hold() {
      holders += 1
      return () => {
        holders -= 1
        // A strict-mode remount holds again at once.
        setTimeout(() => holders === 0 && keepOnly(() => false))
      }
    },
  }
}
