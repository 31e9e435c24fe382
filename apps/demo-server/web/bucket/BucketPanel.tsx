import type { UserId } from '@gallerist/sdk'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { useNow } from '../components/use-now.ts'
import { createDemoClient } from '../session/demo-client.ts'
import { BucketFiles } from './BucketFiles.tsx'
import { BucketHead } from './BucketHead.tsx'
import { bucketQuery, publicBaseQuery } from './bucket-query.ts'
import { toBucketTotals } from './bucket-totals.ts'
import { GoneLog } from './GoneLog.tsx'
import { groupObjects } from './group-objects.ts'
import { ProofBadge } from './ProofBadge.tsx'
import './bucket-panel.css'

export interface BucketPanelProps {
  /** Whose rights it reads the bucket with. */
  readonly adminId: UserId
}

/** What the bucket really holds, as it happens: every object, whose it is, and what goes when. */
export function BucketPanel({ adminId }: BucketPanelProps) {
  const [admin] = useState(() => createDemoClient(adminId).withOptions({ retry: false }))
  const { data: history, error, refetch } = useQuery(bucketQuery(admin))
  const { data: base = null } = useQuery(publicBaseQuery(admin))
  const [isOpen, setOpen] = useState(true)
  const nowMs = useNow(isOpen)
  return (
    <aside className="bucket" aria-labelledby="bucket-title">
      <BucketHead
        totals={history ? toBucketTotals(history.objects) : null}
        isFailing={error !== null}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      >
        <ProofBadge admin={admin} nowMs={nowMs} />
      </BucketHead>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and holds nothing else to focus */}
      <section className="bucket-body" id="bucket-body" aria-label="Objects" tabIndex={0} hidden={!isOpen}>
        {error && (
          <FailureNotice
            title={
              history
                ? `Not read since ${new Date(history.readAtMs).toLocaleTimeString('en-GB')}`
                : 'The bucket could not be read'
            }
            reason={error.message}
            onRetry={() => void refetch()}
          />
        )}
        {history ? (
          <>
            <GoneLog gone={history.gone} />
            <BucketFiles files={groupObjects(history, nowMs)} base={base} nowMs={nowMs} />
          </>
        ) : (
          !error && <BucketSkeleton />
        )}
      </section>
    </aside>
  )
}

function BucketSkeleton() {
  return (
    <ul className="bucket-files" aria-busy="true" aria-label="Reading the bucket">
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <li key={place} className="bucket-skeleton" />
      ))}
    </ul>
  )
}
