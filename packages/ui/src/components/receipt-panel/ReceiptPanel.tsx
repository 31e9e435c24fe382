import type { Receipt } from '@gallerist/sdk/contract'
import { useId } from 'react'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { ReceiptFiles } from './ReceiptFiles.tsx'
import { undoLeftMs, toReceiptSummary } from '../../editor/receipt-summary.ts'
import { useFocusIfLost } from './use-focus-if-lost.ts'

export interface ReceiptPanelProps {
  readonly receipt: Receipt
  /** The clock that countdowns are counted against, in milliseconds since 1970. */
  readonly nowMs: number
  readonly isUndoing?: boolean
  /** Why an undo did not work, for people. */
  readonly undoError?: string | null
  readonly onUndo: () => void
  readonly onDismiss: () => void
}

/** What a save did to storage, file by file as far as it was observed, and a way back while there is one. */
export function ReceiptPanel({ receipt, nowMs, isUndoing, undoError, onUndo, onDismiss }: ReceiptPanelProps) {
  const messages = useEditorMessages()
  const words = messages.receipt
  const titleId = useId()
  const ref = useFocusIfLost<HTMLElement>()
  const leftMs = undoLeftMs(receipt, nowMs)
  const isUndone = receipt.undoneAt !== null
  return (
    <section ref={ref} className="gl-receipt" aria-labelledby={titleId} tabIndex={-1}>
      <div className="gl-receipt-head">
        <div className="gl-receipt-text" aria-live="polite">
          <h2 id={titleId} className="gl-receipt-title">
            {isUndone ? words.undoneTitle : words.title}
          </h2>
          <p className="gl-receipt-summary">
            <bdi>{isUndone ? words.undone : words.summary(toReceiptSummary(receipt))}</bdi>
          </p>
        </div>
        {leftMs > 0 && (
          <button
            type="button"
            className="gl-button"
            title={words.undoLeft(words.duration(leftMs))}
            aria-disabled={isUndoing}
            onClick={isUndoing ? undefined : onUndo}
          >
            {isUndoing ? words.undoing : words.undo}
            <bdi className="gl-receipt-left">{words.duration(leftMs)}</bdi>
          </button>
        )}
        <button type="button" className="gl-button" data-variant="quiet" onClick={onDismiss}>
          {words.dismiss}
        </button>
      </div>
      {undoError && (
        <p className="gl-receipt-error" role="alert">
          {words.undoFailed}: {undoError}
        </p>
      )}
      {receipt.files.length > 0 && <ReceiptFiles files={receipt.files} nowMs={nowMs} />}
    </section>
  )
}
