import type { User } from '@gallerist/sdk'
import { GalleristProvider } from '@gallerist/sdk/react'
import { GalleryDesk } from '../galleries/GalleryDesk.tsx'
import { useSession } from '../session/use-session.ts'

export interface UserWorkspaceProps {
  /** Give each user a component of their own (`key`). */
  readonly user: User
  readonly galleryId: string | null
}

/** Everything that one user sees. */
export function UserWorkspace({ user, galleryId }: UserWorkspaceProps) {
  const { client, queryClient } = useSession(user)
  return (
    <GalleristProvider client={client} queryClient={queryClient}>
      <GalleryDesk user={user} galleryId={galleryId} />
    </GalleristProvider>
  )
}
