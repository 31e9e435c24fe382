import type { StorageObject } from '@gallerist/sdk'
import type { BucketHistory } from './follow-bucket.ts'
import { readObjectKey } from './object-key.ts'

export interface BucketPart {
  readonly key: string
  readonly part: string
  readonly sizeBytes: number
  readonly isGone: boolean
}

/** One file: its original and its thumbnails. */
export interface BucketFile {
  readonly folder: string
  readonly fileName: string | null
  /** `gone` where its last object has just left. */
  readonly state: StorageObject['state'] | 'gone'
  readonly dueAt: string | null
  readonly usedBy: StorageObject['usedBy']
  readonly sizeBytes: number
  readonly parts: readonly BucketPart[]
}

/** How long what is gone is still shown, fading. */
export const fadeMs = 2_600

/** The most urgent first. */
const order = ['deleting', 'condemned', 'gone', 'writing', 'incoming', 'staged', 'unknown', 'held', 'attached']

/** The objects by file; what is about to go comes first. */
export function groupObjects(history: BucketHistory, nowMs: number): readonly BucketFile[] {
  const fading = history.gone.filter(({ goneAtMs }) => goneAtMs > nowMs - fadeMs)
  const live = Map.groupBy(history.objects, ({ key }) => readObjectKey(key).folder)
  const gone = Map.groupBy(fading, ({ key }) => readObjectKey(key).folder)
  return [...new Set([...live.keys(), ...gone.keys()])]
    .map((folder): BucketFile => {
      const objects = live.get(folder) ?? []
      const lead = objects.toSorted(byUrgency)[0]
      const parts = [...objects.map(toPart(false)), ...(gone.get(folder) ?? []).map(toPart(true))]
      return {
        folder,
        fileName: history.names.get(folder) ?? null,
        state: lead?.state ?? 'gone',
        dueAt: lead?.dueAt ?? null,
        usedBy: lead?.usedBy ?? [],
        sizeBytes: objects.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0),
        parts: parts.toSorted((one, other) => one.key.localeCompare(other.key, 'en')),
      }
    })
    .toSorted((one, other) => byUrgency(one, other) || compare(one, other))
}

function toPart(isGone: boolean) {
  return ({ key, sizeBytes }: { key: string; sizeBytes: number }): BucketPart => ({
    key,
    part: readObjectKey(key).part,
    sizeBytes,
    isGone,
  })
}

function byUrgency(one: { readonly state: string }, other: { readonly state: string }): number {
  return order.indexOf(one.state) - order.indexOf(other.state)
}

/** In one state, what is due sooner first. */
function compare(one: BucketFile, other: BucketFile): number {
  const dues = (one.dueAt ?? '').localeCompare(other.dueAt ?? '', 'en')
  return dues || nameOf(one).localeCompare(nameOf(other), 'en')
}

function nameOf({ fileName, folder }: BucketFile): string {
  return `${fileName ?? '\u{10FFFF}'} ${folder}`
}
