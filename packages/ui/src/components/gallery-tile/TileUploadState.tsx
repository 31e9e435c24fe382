import type { CSSProperties, ReactElement } from 'react'
import { TileUploadFailure, type TileUploadFailureProps } from './TileUploadFailure.tsx'

/** How an upload is going: a ring with its share, or what went wrong and what to do about it. */
export function TileUploadState(props: TileUploadFailureProps): ReactElement {
  const { label, upload, messages, isReadOnly, tabIndex } = props
  if (upload.phase === 'failed' || upload.phase === 'expired') return <TileUploadFailure {...props} />
  const isSending = upload.phase === 'sending'
  return (
    <div className="gl-tile-upload">
      <div
        className="gl-tile-ring"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <progress> cannot hold its own words
        role="progressbar"
        aria-label={messages.uploadProgress(label)}
        aria-valuetext={isSending ? messages.percent(upload.fraction) : messages.uploadPhase[upload.phase]}
        {...(isSending ? { 'aria-valuenow': Math.round(upload.fraction * 100) } : {})}
        data-phase={upload.phase}
        style={toRingStyle(upload.fraction)}
      >
        {isSending ? messages.percent(upload.fraction) : null}
      </div>
      {!isSending && (
        <span className="gl-tile-words" aria-hidden="true">
          {messages.uploadPhase[upload.phase]}
        </span>
      )}
      {!isReadOnly && (
        <button
          type="button"
          className="gl-tile-button"
          data-action="cancelUpload"
          aria-label={messages.cancelUpload(label)}
          tabIndex={tabIndex}
        >
          {messages.cancel}
        </button>
      )}
    </div>
  )
}

function toRingStyle(fraction: number): CSSProperties {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React's type knows no custom properties
  return { '--gl-fraction': fraction } as CSSProperties
}
