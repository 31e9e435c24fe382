import { useState } from 'react'
import { ConfirmDialog } from '../components/confirm-dialog/ConfirmDialog.tsx'
import { EditToast } from '../components/edit-toast/EditToast.tsx'
import { RemovedTray } from '../components/removed-tray/RemovedTray.tsx'
import { SaveBar } from '../components/save-bar/SaveBar.tsx'
import { SaveFailureNotice } from '../components/save-bar/SaveFailureNotice.tsx'
import { selectForecast, selectRemovedItems } from '../editor/select-forecast.ts'
import { selectGoneIds } from '../editor/select-gone.ts'
import { type SaveMode, selectSaveOutlook } from '../editor/select-save-outlook.ts'
import { selectNeededUploads } from '../editor/select-uploads.ts'
import { useEditorMessages } from '../messages/messages-context.ts'
import type { PartProps } from './part-props.ts'
import { usePlan } from './use-plan.ts'

export interface SavePartProps extends PartProps {
  readonly galleryId: string
  readonly mode: SaveMode
  readonly onJump: (id: string) => void
}

/** The save bar with its tray, and what may be asked before a draft is given up. */
export function SavePart({ editor, draft, isReadOnly, galleryId, mode, onJump }: SavePartProps) {
  const { save } = useEditorMessages()
  const [isTrayOpen, setIsTrayOpen] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const { commands, saver } = editor
  const plan = usePlan(galleryId, draft, !isReadOnly)
  if (isReadOnly) return null

  const uploadCount = selectNeededUploads(draft).length
  const removed = selectRemovedItems(draft, plan)
  // Once it is empty it is closed: the next removal does not open it.
  if (isTrayOpen && removed.length === 0) setIsTrayOpen(false)
  const discard = () => {
    commands.discard()
    setIsAsking(false)
  }
  return (
    <div className="gl-save-dock">
      <EditToast step={draft.history.past.at(-1)} onUndo={() => commands.undo()} />
      <SaveBar
        outlook={selectSaveOutlook(draft, mode)}
        forecast={selectForecast(draft, plan)}
        mode={mode}
        isTrayOpen={isTrayOpen}
        commands={{
          save: saver.request,
          withdraw: saver.withdraw,
          discard: uploadCount > 0 ? () => setIsAsking(true) : discard,
          toggleTray: () => setIsTrayOpen(!isTrayOpen),
          jumpTo: onJump,
        }}
      >
        {draft.save.kind === 'failed' && (
          <SaveFailureNotice
            failure={draft.save.failure}
            goneIds={selectGoneIds(draft)}
            onRemove={(ids) => commands.remove(ids)}
          />
        )}
        {isTrayOpen && removed.length > 0 && <RemovedTray items={removed} onRestore={commands.restore} />}
      </SaveBar>
      {isAsking && (
        <ConfirmDialog
          title={save.discardTitle}
          body={save.discardBody(uploadCount)}
          confirmLabel={save.discard}
          cancelLabel={save.keepEditing}
          onConfirm={discard}
          onCancel={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}
