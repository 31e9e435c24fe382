import { queryOptions } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { Receipt } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { galleristKeys } from './gallerist-keys.ts'
import { toReceiptPollMs } from './receipt-poll.ts'

/** Query options of receipts. */
export const deletionQueries = {
  /** Asks again, when something is due, until no file's outcome is pending any more. */
  detail: (client: GalleristClient, deletionId: string) =>
    queryOptions<Receipt, GalleristError>({
      queryKey: galleristKeys.deletion(deletionId),
      queryFn: ({ signal }) => client.deletions.get(deletionId, { signal }),
      refetchInterval: ({ state }) => toReceiptPollMs(state.data, Date.now()),
      retry: false,
    }),
}
