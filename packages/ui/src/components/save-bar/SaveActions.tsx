import { useEditorMessages } from '../../messages/messages-context.ts'
import type { SaveActionsProps } from './save-commands.ts'
import { SaveButton } from './SaveButton.tsx'

/** Discard and Save, and what stands in the way of a save. */
export function SaveActions({ outlook, mode, commands }: SaveActionsProps) {
  const { save } = useEditorMessages()
  const { status, stuckIds, pendingCount } = outlook
  const [firstStuck] = stuckIds
  return (
    <div className="gl-save-actions">
      {firstStuck !== undefined && (
        <button type="button" className="gl-link" data-tone="danger" onClick={() => commands.jumpTo(firstStuck)}>
          <bdi>{save.showFailed(stuckIds.length)}</bdi>
        </button>
      )}
      {status === 'waiting' && <span className="gl-save-hint">{save.waiting(pendingCount)}</span>}
      {status === 'blocked' && <span className="gl-save-hint">{save.failedHint}</span>}
      {status === 'conflicted' && <span className="gl-save-hint">{save.conflictHint}</span>}
      <button
        type="button"
        className="gl-button"
        aria-disabled={status === 'saving'}
        onClick={status === 'saving' ? undefined : commands.discard}
      >
        {save.discard}
      </button>
      <SaveButton outlook={outlook} mode={mode} commands={commands} />
    </div>
  )
}
