import { deletionMutations, deletionQueries, useGalleristClient } from '@gallerist/sdk/react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNow } from '../components/use-now.ts'
import { formatLeft } from '../format/format-left.ts'
import type { Deletion } from './deletion.ts'
import { describeOutcome, undoLeftMs } from './receipt-words.ts'
import './deletion-notice.css'

export interface DeletionNoticeProps {
  readonly deletion: Deletion
  readonly onUndone: () => void
  readonly onDismiss: () => void
}

/** The receipt of a deleted gallery: follows its files until they are gone, and takes the deletion back. */
export function DeletionNotice({ deletion, onUndone, onDismiss }: DeletionNoticeProps) {
  const client = useGalleristClient()
  const { data: receipt } = useQuery(deletionQueries.detail(client, deletion.receiptId))
  const undo = useMutation(deletionMutations.undo(client, useQueryClient()))
  const nowMs = useNow(true)
  const leftMs = receipt ? undoLeftMs(receipt, nowMs) : 0
  const isUndone = receipt?.undoneAt != null
  return (
    <section className="deletion" aria-label="Deleted gallery" data-undone={isUndone}>
      <div className="deletion-text" dir="auto" aria-live="polite">
        <strong>
          ‘{deletion.title}’ {isUndone ? 'is back' : 'was deleted'}
        </strong>
        <span>{undo.error?.message ?? (receipt ? describeOutcome(receipt) : 'Reading the receipt…')}</span>
      </div>
      {leftMs > 0 && (
        <button
          type="button"
          className="gl-button"
          disabled={undo.isPending}
          onClick={() => undo.mutate({ deletionId: deletion.receiptId }, { onSuccess: onUndone })}
        >
          Undo <span className="deletion-left">{formatLeft(leftMs)}</span>
        </button>
      )}
      <button type="button" className="gl-button" data-variant="quiet" onClick={onDismiss}>
        Dismiss
      </button>
    </section>
  )
}
