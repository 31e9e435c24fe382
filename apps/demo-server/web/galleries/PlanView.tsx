import type { Plan } from '@gallerist/sdk'
import { formatBytes } from '../format/format-bytes.ts'
import { describePlan, describeUses } from './plan-words.ts'
import './plan-view.css'

const mostShown = 100

/** A plan in words, and file by file: what stays comes first. */
export function PlanView({ plan }: { readonly plan: Plan }) {
  const files = plan.files.toSorted(
    (one, other) => Number(one.verdict === 'delete') - Number(other.verdict === 'delete'),
  )
  return (
    <div className="plan">
      <p className="plan-words" dir="auto">
        {describePlan(plan)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and holds nothing else to focus */}
      <ul className="plan-files" aria-label="Files" tabIndex={0}>
        {files.slice(0, mostShown).map((file) => (
          <li key={file.mediaId} className="plan-file" data-verdict={file.verdict}>
            <span className="plan-name" dir="auto">
              {file.fileName}
            </span>
            <span className="plan-size">{formatBytes(file.storedBytes)}</span>
            <span className="plan-verdict" dir="auto">
              {file.verdict === 'delete' ? 'Deleted' : `Kept: ${describeUses(file.usedBy)}`}
            </span>
          </li>
        ))}
      </ul>
      {plan.deleteCount > 0 && (
        <p className="modal-text">The receipt that follows offers to undo this until the files are deleted.</p>
      )}
    </div>
  )
}
