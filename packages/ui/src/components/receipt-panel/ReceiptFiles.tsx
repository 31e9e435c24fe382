import type { ReceiptFile } from '@gallerist/sdk/contract'
import type { EditorMessages } from '../../messages/merge-messages.ts'
import { namesOf } from '../../messages/names-of.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface ReceiptFilesProps {
  readonly files: readonly ReceiptFile[]
  readonly nowMs: number
}

/** One line per file. State: `data-outcome`. */
export function ReceiptFiles({ files, nowMs }: ReceiptFilesProps) {
  const { receipt } = useEditorMessages()
  return (
    <details className="gl-receipt-files" open={files.length <= openAtMost}>
      <summary>
        <bdi>{receipt.details(files.length)}</bdi>
      </summary>
      <ul>
        {files.slice(0, shownAtMost).map((file) => (
          <li key={`${file.mediaId}-${file.reason}`} className="gl-receipt-file" data-outcome={file.outcome}>
            <bdi className="gl-receipt-name">{file.fileName}</bdi>
            <bdi className="gl-receipt-size">{receipt.size(file.storedBytes)}</bdi>
            <bdi className="gl-receipt-outcome">{outcomeOf(file, nowMs, receipt)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

const openAtMost = 5
const shownAtMost = 200

/** What became of one file, in words. */
function outcomeOf(file: ReceiptFile, nowMs: number, words: EditorMessages['receipt']): string {
  const outcome = words.outcome[file.outcome]
  if (file.outcome === 'scheduled' && file.dueAt !== null) {
    const leftMs = Date.parse(file.dueAt) - nowMs
    return leftMs > 0 ? words.dueIn(words.duration(leftMs)) : words.dueNow
  }
  if (file.outcome === 'kept') return `${outcome}: ${words.usedBy(namesOf(file.usedBy, words.unnamedUse))}`
  if (file.outcome === 'failing' && file.failure)
    return `${outcome}: ${words.failing(file.failure.message, file.failure.attempts)}`
  return outcome
}
