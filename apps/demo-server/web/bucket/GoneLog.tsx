import { formatBytes } from '../format/format-bytes.ts'
import { plural } from '../format/plural.ts'
import type { GoneObject } from './follow-bucket.ts'
import './gone-log.css'

const mostShown = 100

/** What has left the bucket since the page was opened, key by key. */
export function GoneLog({ gone }: { readonly gone: readonly GoneObject[] }) {
  if (gone.length === 0) return null
  const bytes = gone.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return (
    <details className="gone">
      <summary>
        <span dir="auto" aria-live="polite">
          Gone: {plural(gone.length, 'object')}, {formatBytes(bytes)}
        </span>
        <span className="gone-last" dir="auto">
          last at {toTime(gone[0]?.goneAtMs)}
        </span>
      </summary>
      <ol className="gone-list">
        {gone.slice(0, mostShown).map(({ key, sizeBytes, fileName, goneAtMs }) => (
          <li key={`${key} ${goneAtMs}`}>
            <time dateTime={new Date(goneAtMs).toISOString()}>{toTime(goneAtMs)}</time>
            <span className="gone-name" dir="auto">
              {fileName ?? 'no name'}
            </span>
            <span dir="auto">{formatBytes(sizeBytes)}</span>
            <code dir="ltr">{key}</code>
          </li>
        ))}
      </ol>
    </details>
  )
}

function toTime(ms = 0): string {
  return new Date(ms).toLocaleTimeString('en-GB')
}
