import { useEditorMessages } from '../../messages/messages-context.ts'
import { Notice } from '../notice/Notice.tsx'

/** A file that never became a tile, and why. */
export interface Rejection {
  readonly id: string
  readonly fileName: string
  /** For people. */
  readonly reason: string
}

export interface RejectionListProps {
  readonly rejections: readonly Rejection[]
  readonly onDismiss: () => void
}

/** Every file that was not taken, by name and with its reason, until it is dismissed. */
export function RejectionList({ rejections, onDismiss }: RejectionListProps) {
  const { uploads } = useEditorMessages()
  if (rejections.length === 0) return null
  return (
    <Notice tone="danger" title={uploads.rejected(rejections.length)} onDismiss={onDismiss}>
      <ul className="gl-rejections">
        {rejections.map(({ id, fileName, reason }) => (
          <li key={id}>
            <bdi>{fileName}</bdi>: {reason}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
