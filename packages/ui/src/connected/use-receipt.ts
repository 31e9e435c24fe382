import type { Receipt } from '@gallerist/sdk/contract'
import { deletionMutations, deletionQueries, useGalleristClient } from '@gallerist/sdk/react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EditorStore } from '../editor/editor-store.ts'

export interface ReceiptState {
  readonly receipt: Receipt | null
  readonly undo: () => void
  readonly isUndoing: boolean
  readonly undoError: ReturnType<typeof useUndo>['error']
}

/** Follows a receipt until nothing of it is pending, and takes its save back. */
export function useReceipt(receiptId: string | null, store: EditorStore): ReceiptState {
  const client = useGalleristClient()
  const { data } = useQuery({ ...deletionQueries.detail(client, receiptId ?? ''), enabled: receiptId !== null })
  const { mutate, variables, isPending, error } = useUndo(store)
  const isOfThisReceipt = variables?.deletionId === receiptId
  return {
    receipt: receiptId === null ? null : (data ?? null),
    undo: () => receiptId !== null && mutate({ deletionId: receiptId }),
    isUndoing: isOfThisReceipt && isPending,
    undoError: isOfThisReceipt ? error : null,
  }
}

function useUndo(store: EditorStore) {
  const client = useGalleristClient()
  const options = deletionMutations.undo(client, useQueryClient())
  return useMutation({
    ...options,
    networkMode: 'always',
    onSuccess: (undone, ...rest) => {
      if (undone.gallery) store.dispatch({ type: 'saveUndone', gallery: undone.gallery })
      return options.onSuccess?.(undone, ...rest)
    },
  })
}
