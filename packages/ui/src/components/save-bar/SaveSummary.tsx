import type { Forecast } from '../../editor/select-forecast.ts'
import type { ChangeCounts } from '../../editor/select-save-outlook.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface SaveSummaryProps {
  readonly changes: ChangeCounts
  readonly forecast: Forecast | null
  readonly isTrayOpen: boolean
  readonly onToggleTray: () => void
}

/** "2 added · 3 removed · order changed: 8.4 MB will be deleted". What is removed opens the tray. */
export function SaveSummary({ changes, forecast, isTrayOpen, onToggleTray }: SaveSummaryProps) {
  const { save } = useEditorMessages()
  return (
    <div className="gl-save-summary">
      <ul className="gl-save-changes">
        {changes.added > 0 && (
          <li>
            <bdi>{save.added(changes.added)}</bdi>
          </li>
        )}
        {changes.removed > 0 && (
          <li>
            <button type="button" className="gl-link" aria-expanded={isTrayOpen} onClick={onToggleTray}>
              <bdi>{save.removed(changes.removed)}</bdi>
            </button>
          </li>
        )}
        {save.otherChanges(changes).map((words) => (
          <li key={words}>
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
      {forecast && (
        <p className="gl-save-forecast" data-deletes={forecast.deleteCount > 0 ? '' : undefined}>
          <bdi>{save.forecast(forecast)}</bdi>
          {forecast.keepCount > 0 && (
            <span className="gl-save-kept">
              {' '}
              · <bdi>{save.kept(forecast.keepCount)}</bdi>
            </span>
          )}
        </p>
      )}
    </div>
  )
}
