import { ConflictNotice } from '../components/conflict-notice/ConflictNotice.tsx'
import { isDirty } from '../editor/select-changes.ts'
import { selectTheirChanges } from '../editor/select-their-changes.ts'
import type { PartProps } from './part-props.ts'

/** There only while somebody's newer version stands against the draft. */
export function ConflictPart({ editor, draft }: PartProps) {
  const theirs = selectTheirChanges(draft)
  if (!theirs) return null
  return <ConflictNotice theirs={theirs} losesEdits={isDirty(draft)} onLoadTheirs={editor.commands.loadTheirs} />
}
