import { type ReactElement, useState } from 'react'
import type { Announcement } from '../../hooks/use-announcer.ts'
import type { GridMessages } from '../../messages/grid.ts'

export interface LiveRegionsProps {
  readonly announcement: Announcement
  readonly selectedCount: number
  readonly messages: GridMessages
}

/** One assertive region for moves, one polite one for the selection. */
export function LiveRegions({ announcement, selectedCount, messages }: LiveRegionsProps): ReactElement {
  const [hasSelected, setHasSelected] = useState(false)
  if (selectedCount > 0 && !hasSelected) setHasSelected(true)
  const cleared = hasSelected ? messages.selectionCleared : ''
  return (
    <div className="gl-visually-hidden">
      <div aria-live="assertive" aria-atomic="true">
        <span key={announcement.number}>{announcement.text}</span>
      </div>
      <output>{selectedCount > 0 ? messages.selected(selectedCount) : cleared}</output>
    </div>
  )
}
