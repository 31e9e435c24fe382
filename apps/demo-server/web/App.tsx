import { useQuery } from '@tanstack/react-query'
import type { User } from '@gallerist/sdk'
import { BucketPanel } from './bucket/BucketPanel.tsx'
import { FailureNotice } from './components/FailureNotice.tsx'
import { LeaveDialog } from './route/LeaveDialog.tsx'
import { routes, useRoute } from './route/use-route.ts'
import { demoUsersQuery } from './session/demo-client.ts'
import { PageFooter } from './shell/PageFooter.tsx'
import { PageHeader } from './shell/PageHeader.tsx'
import { UserWorkspace } from './shell/UserWorkspace.tsx'

/** The whole page: whose galleries, the editor, and the bucket as an admin sees it. */
export function App() {
  const { data: users = [], error, refetch } = useQuery(demoUsersQuery)
  const { shown, asked } = useRoute()
  const user = chooseUser(users, shown.userId)
  const admin = users.find(({ role }) => role === 'admin')
  return (
    <div className="page">
      <PageHeader users={users} userId={user?.id ?? null} onSwitchUser={switchUser} />
      <div className="page-body">
        <main className="page-main">
          {user && <UserWorkspace key={user.id} user={user} galleryId={shown.galleryId} />}
          {error && (
            <FailureNotice title="The demo did not start" reason={error.message} onRetry={() => void refetch()} />
          )}
        </main>
        {admin && <BucketPanel adminId={admin.id} />}
      </div>
      <PageFooter />
      {asked && <LeaveDialog onLeave={routes.confirm} onStay={routes.stay} />}
    </div>
  )
}

function switchUser(userId: string): void {
  routes.go({ userId, galleryId: null })
}

function chooseUser(users: readonly User[], userId: string | null): User | undefined {
  return users.find(({ id }) => id === userId) ?? users.find(({ role }) => role === 'editor') ?? users[0]
}
