import { formatBytes } from '../format/format-bytes.ts'
import type { BucketFile } from './group-objects.ts'
import { describeState, stateMeanings } from './state-words.ts'
import { toThumbnailUrl, toUseNames } from './row-facts.ts'

export interface BucketRowProps {
  readonly file: BucketFile
  readonly base: string | null
  readonly nowMs: number
}

/** One file in the bucket. State: `data-status`. */
export function BucketRow({ file, base, nowMs }: BucketRowProps) {
  const thumbnail = toThumbnailUrl(file, base)
  return (
    <li className="bucket-row" data-status={file.state}>
      <span className="bucket-picture gl-icon" data-icon="picture">
        {thumbnail && <img key={thumbnail} src={thumbnail} alt="" width={40} height={40} loading="lazy" />}
      </span>
      <div className="bucket-facts">
        <span className="bucket-name" dir="auto" title={file.folder}>
          {file.fileName ?? file.folder}
        </span>
        <span className="bucket-state" dir="auto" data-status={file.state} title={stateMeanings[file.state]}>
          {describeState(file, nowMs)}
        </span>
        <span className="bucket-uses" dir="auto">
          {toUseNames(file)}
        </span>
        <ul className="bucket-parts">
          {file.parts.map(({ key, part, sizeBytes, isGone }) => (
            <li key={key} dir="auto" title={key} data-gone={isGone}>
              {part} <span>{formatBytes(sizeBytes)}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
