import type { Media } from '@gallerist/sdk/contract'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface FileFactsProps {
  readonly media: Media | null
  readonly isExternal: boolean
}

/** What is known of the stored file. */
export function FileFacts({ media, isExternal }: FileFactsProps) {
  const { details } = useEditorMessages()
  if (isExternal) return <p className="gl-details-hint">{details.external}</p>
  if (!media) return null
  return (
    <dl className="gl-details-facts">
      <dt>{details.fileName}</dt>
      <dd>
        <bdi>{media.fileName}</bdi>
      </dd>
      <dt>{details.size}</dt>
      <dd>
        <bdi>{details.sizeOf(media.sizeBytes)}</bdi>
      </dd>
      <dt>{details.dimensions}</dt>
      <dd>
        <bdi>{details.dimensionsOf(media.widthPx, media.heightPx)}</bdi>
      </dd>
    </dl>
  )
}
