import type { User } from '@gallerist/sdk'
import { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createDemoClient } from './demo-client.ts'

/** One client and one cache per user, as long as the component lives: nothing of one user is shown to the next. */
export function useSession(user: User) {
  const [session] = useState(() => ({ client: createDemoClient(user.id), queryClient: new QueryClient() }))
  return session
}
