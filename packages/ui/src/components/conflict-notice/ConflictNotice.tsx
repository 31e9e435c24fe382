import { useState } from 'react'
import type { TheirChanges } from '../../editor/select-their-changes.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { ConfirmDialog } from '../confirm-dialog/ConfirmDialog.tsx'
import { Notice } from '../notice/Notice.tsx'

export interface ConflictNoticeProps {
  readonly theirs: TheirChanges
  /** Whether loading theirs would lose edits; asks first where it would. */
  readonly losesEdits: boolean
  readonly onLoadTheirs: () => void
}

/** Somebody saved a newer version. Says what they changed; the draft stays until a person gives it up. */
export function ConflictNotice({ theirs, losesEdits, onLoadTheirs }: ConflictNoticeProps) {
  const { conflict } = useEditorMessages()
  const [isAsking, setIsAsking] = useState(false)
  const { version, savedAt, added, removed, other } = theirs
  return (
    <>
      <Notice
        tone="warning"
        title={conflict.title}
        actions={
          <button type="button" className="gl-button" onClick={losesEdits ? () => setIsAsking(true) : onLoadTheirs}>
            {conflict.load}
          </button>
        }
      >
        <p>{conflict.body}</p>
        <p className="gl-notice-detail">
          {conflict.theirs(version, savedAt)}: {conflict.changes(added, removed, other)}
        </p>
      </Notice>
      {isAsking && (
        <ConfirmDialog
          title={conflict.confirmTitle}
          body={conflict.confirmBody}
          confirmLabel={conflict.load}
          cancelLabel={conflict.keepEditing}
          onConfirm={onLoadTheirs}
          onCancel={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
