import type { GalleristClient, Invariants } from '@gallerist/sdk'
import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'

const queryKey = ['proof'] as const
const pollMs = 15_000

/** What is proven about the bucket; asked now and then, for others may verify as well. */
export function proofQuery(admin: GalleristClient) {
  return queryOptions<Invariants>({
    queryKey,
    queryFn: ({ signal }) => admin.storage.invariants({ signal }),
    refetchInterval: pollMs,
    retry: false,
  })
}

/** Compares bucket and database now, and shows what that proved. */
export function verifyMutation(admin: GalleristClient, queries: QueryClient) {
  return mutationOptions({
    mutationFn: () => admin.storage.reconcile(),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
