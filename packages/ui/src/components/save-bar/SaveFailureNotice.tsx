import type { SaveFailure } from '../../editor/draft.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface SaveFailureNoticeProps {
  readonly failure: SaveFailure
  /** Tiles whose files are gone, so that no retry can save them. */
  readonly goneIds: readonly string[]
  readonly onRemove: (ids: readonly string[]) => void
}

/** Why the last save did not work. The draft is untouched. */
export function SaveFailureNotice({ failure, goneIds, onRemove }: SaveFailureNoticeProps) {
  const { save } = useEditorMessages()
  return (
    <div className="gl-save-failure" role="alert">
      <p>
        <strong>{save.failedTitle}.</strong> {failure.message}
      </p>
      {goneIds.length > 0 && (
        <button type="button" className="gl-button" data-variant="danger" onClick={() => onRemove(goneIds)}>
          {save.removeGone(goneIds.length)}
        </button>
      )}
    </div>
  )
}
