import type { Plan, Use } from '@gallerist/sdk'
import { formatBytes } from '../format/format-bytes.ts'
import { plural } from '../format/plural.ts'

/**
 * What a plan comes to.
 *
 * @example '3 files, 2.4 MB will be deleted; 1 kept: also used by ‘Winter’.'
 */
export function describePlan({ files, deleteCount, deleteBytes, keepCount }: Plan): string {
  const deleted =
    deleteCount === 0
      ? 'No file will be deleted'
      : `${plural(deleteCount, 'file')}, ${formatBytes(deleteBytes)} will be deleted`
  if (keepCount === 0) return `${deleted}.`
  const uses = files.flatMap((file) => (file.verdict === 'keep' ? file.usedBy : []))
  return `${deleted}; ${keepCount} kept: ${describeUses(uses)}.`
}

/** Names what else uses a file; what belongs to somebody else has no name here. */
export function describeUses(uses: readonly Use[]): string {
  if (uses.length === 0) return 'storage is switched off'
  const names = new Set(uses.map((use) => (use.title === null ? unnamed(use) : `‘${use.title}’`)))
  return `also used by ${[...names].join(', ')}`
}

function unnamed({ kind, id }: Use): string {
  if (kind === 'gallery') return 'another gallery'
  return kind === 'library' ? 'the library' : id
}
