import type { ReactNode } from 'react'
import { describeTotals, shares, type BucketTotals } from './bucket-totals.ts'

export interface BucketHeadProps {
  /** Null until the bucket was read. */
  readonly totals: BucketTotals | null
  readonly isFailing: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** What else is known of the whole bucket. */
  readonly children?: ReactNode
}

/** Title, totals, and a bar of what the bytes are. */
export function BucketHead({ totals, isFailing, isOpen, onToggle, children }: BucketHeadProps) {
  return (
    <header className="bucket-head">
      <div className="bucket-title-row">
        <h2 id="bucket-title" className="section-title">
          Bucket
        </h2>
        <span className="bucket-live" data-status={isFailing ? 'failing' : 'live'}>
          {isFailing ? 'not answering' : 'live'}
        </span>
        <button
          type="button"
          className="gl-button bucket-toggle"
          data-variant="quiet"
          aria-expanded={isOpen}
          aria-controls="bucket-body"
          onClick={onToggle}
        >
          {isOpen ? 'Hide' : 'Show'}
        </button>
      </div>
      <p className="bucket-totals" dir="auto">
        {totals ? describeTotals(totals) : isFailing ? 'Nothing read yet' : 'Reading…'}
      </p>
      {totals && totals.sizeBytes > 0 && (
        <div className="bucket-bar" aria-hidden="true">
          {shares
            .filter((share) => totals.bytes[share] > 0)
            .map((share) => (
              <span key={share} data-share={share} style={{ flexGrow: totals.bytes[share] / totals.sizeBytes }} />
            ))}
        </div>
      )}
      {children}
    </header>
  )
}
