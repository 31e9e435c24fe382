import type { GalleristClient } from '@gallerist/sdk'
import { queryOptions } from '@tanstack/react-query'
import { collect } from '../format/collect.ts'
import { followBucket, type BucketHistory } from './follow-bucket.ts'
import { readPublicBase } from './object-key.ts'

const queryKey = ['bucket'] as const
const pollMs = 1_000
const baseRetryMs = 3_000

/** The whole bucket once a second while the tab is visible. The next poll is the retry. */
export function bucketQuery(admin: GalleristClient) {
  return queryOptions<BucketHistory>({
    queryKey,
    queryFn: async ({ client, signal }) =>
      followBucket(
        client.getQueryData<BucketHistory>(queryKey),
        await collect(admin.storage.listObjects({ limit: 100 }, { signal })),
        Date.now(),
      ),
    refetchInterval: pollMs,
    refetchOnWindowFocus: 'always',
    retry: false,
  })
}

/** Where public objects are served from; null until there is a first picture to read it off. */
export function publicBaseQuery(admin: GalleristClient) {
  return queryOptions<string | null>({
    queryKey: ['bucket-base'],
    queryFn: async ({ signal }) => {
      const { items } = await admin.media.list({ limit: 1 }, { signal })
      return items[0] ? readPublicBase(items[0].urls.original) : null
    },
    refetchInterval: ({ state }) => (state.data ? false : baseRetryMs),
    staleTime: Infinity,
    retry: false,
  })
}
