import { createGalleristClient, endpoints, type GalleristClient, type User, type UserId } from '@gallerist/sdk'
import { queryOptions } from '@tanstack/react-query'
import { createDemoAuth } from './demo-auth.ts'

const anonymous = createGalleristClient()

/** A client that acts as this demo user. */
export function createDemoClient(user: UserId): GalleristClient {
  return anonymous.withOptions({
    auth: createDemoAuth(() => anonymous.request(endpoints.createDemoToken, { body: { user } })),
  })
}

export const demoUsersQuery = queryOptions<readonly User[]>({
  queryKey: ['demo-users'],
  queryFn: async ({ signal }) => (await anonymous.request(endpoints.listDemoUsers, { signal })).items,
  staleTime: Infinity,
  retry: false,
})
