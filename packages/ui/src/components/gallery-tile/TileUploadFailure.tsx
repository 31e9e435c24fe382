import type { ReactElement } from 'react'
import type { TileUpload } from '../../editor/tile.ts'
import type { GridMessages } from '../../messages/grid.ts'

export interface TileUploadFailureProps {
  readonly label: string
  readonly upload: TileUpload
  readonly messages: GridMessages
  readonly isReadOnly: boolean
  readonly tabIndex: number
}

/** An upload that did not succeed, in words, with its two ways out. */
export function TileUploadFailure(props: TileUploadFailureProps): ReactElement {
  const { label, upload, messages, isReadOnly, tabIndex } = props
  const isExpired = upload.phase === 'expired'
  return (
    <div className="gl-tile-failure">
      <span className="gl-icon" data-icon={isExpired ? 'clock' : 'alert'} aria-hidden="true" />
      <span className="gl-tile-words" dir="auto">
        {upload.message ?? messages.uploadPhase[upload.phase]}
      </span>
      {!isReadOnly && (
        <span className="gl-tile-ways">
          <button
            type="button"
            className="gl-tile-button"
            data-action="retry"
            aria-label={isExpired ? messages.sendUploadAgain(label) : messages.retryUpload(label)}
            tabIndex={tabIndex}
          >
            <span className="gl-icon" data-icon="retry" aria-hidden="true" />
            <span className="gl-tile-button-words">{isExpired ? messages.sendAgain : messages.retry}</span>
          </button>
          <button
            type="button"
            className="gl-tile-button"
            data-action="remove"
            aria-label={messages.removeTile(label)}
            tabIndex={tabIndex}
          >
            <span className="gl-icon" data-icon="trash" aria-hidden="true" />
            <span className="gl-tile-button-words">{messages.remove}</span>
          </button>
        </span>
      )}
    </div>
  )
}
