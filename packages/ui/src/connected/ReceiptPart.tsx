import { ReceiptPanel } from '../components/receipt-panel/ReceiptPanel.tsx'
import { describeError } from '../messages/describe-error.ts'
import { useEditorMessages } from '../messages/messages-context.ts'
import type { PartProps } from './part-props.ts'
import { useNow } from './use-now.ts'
import { useReceipt } from './use-receipt.ts'

export interface ReceiptPartProps extends PartProps {
  readonly receiptId: string | null
  readonly onDismiss: () => void
}

/** The receipt of the last save, live. */
export function ReceiptPart({ editor, receiptId, onDismiss }: ReceiptPartProps) {
  const words = useEditorMessages()
  const { receipt, undo, isUndoing, undoError } = useReceipt(receiptId, editor.store)
  const nowMs = useNow(receipt !== null)
  if (!receipt) return null
  return (
    <ReceiptPanel
      key={receipt.id}
      receipt={receipt}
      nowMs={nowMs}
      isUndoing={isUndoing}
      undoError={undoError && describeError(undoError, words)}
      onUndo={undo}
      onDismiss={onDismiss}
    />
  )
}
