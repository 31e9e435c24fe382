import { useState } from 'react'
import { BucketRow } from './BucketRow.tsx'
import type { BucketFile } from './group-objects.ts'
import './bucket-files.css'

export interface BucketFilesProps {
  readonly files: readonly BucketFile[]
  /** Where public objects are served from; null: unknown yet. */
  readonly base: string | null
  readonly nowMs: number
}

const shownAtFirst = 100

export function BucketFiles({ files, base, nowMs }: BucketFilesProps) {
  const [shownAtMost, setShownAtMost] = useState(shownAtFirst)
  if (files.length === 0) {
    return <p className="bucket-empty">The bucket is empty. Upload a picture, and its objects appear here.</p>
  }
  const hidden = files.length - shownAtMost
  return (
    <>
      <ul className="bucket-files">
        {files.slice(0, shownAtMost).map((file) => (
          <BucketRow key={file.folder} file={file} base={base} nowMs={nowMs} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className="gl-button bucket-more"
          onClick={() => setShownAtMost(shownAtMost + shownAtFirst)}
        >
          Show more: {hidden} of {files.length} files are not shown
        </button>
      )}
    </>
  )
}
