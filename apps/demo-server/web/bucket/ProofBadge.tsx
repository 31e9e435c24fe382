import type { GalleristClient } from '@gallerist/sdk'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { describeProof, describeTrouble, toProofStatus } from './proof-words.ts'
import { proofQuery, verifyMutation } from './proof-query.ts'
import './proof-badge.css'

export interface ProofBadgeProps {
  readonly admin: GalleristClient
  readonly nowMs: number
}

/** What is proven about the bucket, and a button that proves it anew. State: `data-status`. */
export function ProofBadge({ admin, nowMs }: ProofBadgeProps) {
  const { data: proof } = useQuery(proofQuery(admin))
  const { mutate, data: report, error, isPending } = useMutation(verifyMutation(admin, useQueryClient()))
  if (proof === undefined) return null
  return (
    <div className="proof">
      <span className="proof-words" data-status={toProofStatus(proof)} dir="auto">
        {describeProof(proof, nowMs)}
      </span>
      <button type="button" className="gl-button" aria-disabled={isPending} onClick={() => isPending || mutate()}>
        {isPending ? 'Verifying…' : 'Verify now'}
      </button>
      <output className="proof-trouble" dir="auto">
        {[...describeTrouble(proof, report), ...(error ? [error.message] : [])].join(' ')}
      </output>
    </div>
  )
}
