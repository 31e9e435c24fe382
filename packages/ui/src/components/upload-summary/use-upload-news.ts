import { useState } from 'react'
import type { UploadProgress } from '../../editor/select-uploads.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

interface Heard {
  readonly pendingCount: number
  /** Files that were up before these began. */
  readonly doneBefore: number
  readonly quarter: number
  readonly news: string
}

const silence: Heard = { pendingCount: 0, doneBefore: 0, quarter: 0, news: '' }

/** What a live region says of uploads: their start, each quarter, their end and failures. */
export function useUploadNews({ pendingCount, doneCount, stuck, fraction }: UploadProgress): string {
  const { uploads: words } = useEditorMessages()
  const [heard, setHeard] = useState(silence)
  const quarter = pendingCount === 0 ? 0 : Math.floor(fraction * 4)
  const hasChanged = (pendingCount === 0) !== (heard.pendingCount === 0) || quarter > heard.quarter
  const doneBefore = heard.pendingCount === 0 ? doneCount : heard.doneBefore
  if (hasChanged) setHeard({ pendingCount, doneBefore, quarter, news: tell() })
  return heard.news

  function tell(): string {
    if (pendingCount > 0) return heard.pendingCount === 0 ? words.started(pendingCount) : words.quarter(quarter / 4)
    if (stuck.length > 0) return words.stuck(stuck.length)
    return doneCount > doneBefore ? words.ended(doneCount - doneBefore) : ''
  }
}
