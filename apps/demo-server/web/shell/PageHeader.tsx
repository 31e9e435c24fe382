import type { User } from '@gallerist/sdk'
import { SegmentedControl } from '../components/SegmentedControl.tsx'
import { ThemeSwitch } from '../theme/ThemeSwitch.tsx'
import './page-header.css'

export interface PageHeaderProps {
  readonly users: readonly User[]
  readonly userId: string | null
  readonly onSwitchUser: (userId: string) => void
}

export function PageHeader({ users, userId, onSwitchUser }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-brand">
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <div>
          <h1 className="page-name">Gallerist</h1>
          <p className="page-promise" dir="auto">
            A picture you remove leaves storage when you save. Not before, and nothing still used is ever lost.
          </p>
        </div>
      </div>
      <div className="page-controls">
        {users.length > 0 && (
          <SegmentedControl
            legend="Signed in as"
            options={users.map(({ id, name, role }) => ({
              value: String(id),
              label: role === 'admin' ? `${name} (admin)` : (name.split(' ')[0] ?? name),
            }))}
            value={String(userId)}
            onChange={onSwitchUser}
          />
        )}
        <ThemeSwitch />
      </div>
    </header>
  )
}
