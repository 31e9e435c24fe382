import type { Consumer } from './create-consumer.ts'
import { expectedEntries } from './expected-entries.ts'
import { measureEntry } from './measure-entry.ts'
import type { Manifest } from './pack-package.ts'

/** Measures every entry alone, prints a line for each, and returns what is not as expected. */
export async function checkEntries({ folder, manifests }: Consumer): Promise<string[]> {
  const entries = manifests.flatMap(listEntries)
  const unknown = entries.filter((entry) => !(entry in expectedEntries))
  const gone = Object.keys(expectedEntries).filter((entry) => !entries.includes(entry))
  const faults = [
    ...unknown.map((entry) => `${entry} has no row in scripts/check-packages/expected-entries.ts`),
    ...gone.map((entry) => `${entry} is expected, but no package exports it`),
  ]
  for (const [entry, { externals, maxGzipBytes }] of Object.entries(expectedEntries)) {
    if (gone.includes(entry)) continue
    const measured = await measureEntry(entry, folder)
    const asked = measured.externals.join(', ') || 'nothing'
    console.log(`${entry}: ${toKilobytes(measured.gzipBytes)} of ${toKilobytes(maxGzipBytes)} kB gzip; needs ${asked}`)
    if (measured.gzipBytes > maxGzipBytes)
      faults.push(`${entry} has ${measured.gzipBytes} bytes gzipped, its bound is ${maxGzipBytes}`)
    if (asked !== (externals.join(', ') || 'nothing'))
      faults.push(`${entry} needs ${asked}; expected: ${externals.join(', ') || 'nothing'}`)
  }
  return faults
}

/** Every entry as its user writes it. */
export function listEntries({ name, exports }: Manifest): string[] {
  const paths = Object.keys(exports).filter((path) => path !== './package.json')
  return paths.map((path) => `${name}${path.slice(1)}`)
}

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
