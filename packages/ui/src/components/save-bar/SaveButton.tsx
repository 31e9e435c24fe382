import type { SaveStatus } from '../../editor/select-save-outlook.ts'
import type { EditorMessages } from '../../messages/merge-messages.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import type { SaveActionsProps } from './save-commands.ts'

/** One button, whose words say what pressing it does now. It keeps focus while it cannot be pressed. */
export function SaveButton({ outlook, mode, commands }: SaveActionsProps) {
  const { save } = useEditorMessages()
  if (outlook.status === 'waiting')
    return (
      <button type="button" className="gl-button" data-variant="primary" onClick={commands.withdraw}>
        {save.cancelSave}
      </button>
    )
  const isRefused = mode === 'refuse' && outlook.pendingCount > 0
  const isInert = isRefused || inert.has(outlook.status)
  return (
    <button
      type="button"
      className="gl-button"
      data-variant="primary"
      aria-disabled={isInert}
      aria-busy={outlook.status === 'saving'}
      onClick={isInert ? undefined : commands.save}
    >
      {labelOf(save, outlook.status, outlook.pendingCount, mode)}
    </button>
  )
}

const inert: ReadonlySet<SaveStatus> = new Set(['saving', 'blocked', 'conflicted', 'clean'])

function labelOf(
  words: EditorMessages['save'],
  status: SaveStatus,
  pendingCount: number,
  mode: SaveActionsProps['mode'],
): string {
  if (status === 'saving') return words.saving
  if (pendingCount > 0 && status !== 'blocked')
    return { wait: words.saveWhenUploaded, 'leave-out': words.saveWithoutPending, refuse: words.uploadsRunning }[mode](
      pendingCount,
    )
  return status === 'failed' ? words.retry : words.save
}
