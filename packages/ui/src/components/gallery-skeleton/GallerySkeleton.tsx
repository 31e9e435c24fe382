import { useEditorMessages } from '../../messages/messages-context.ts'

/** The shape of a gallery while it is fetched. */
export function GallerySkeleton() {
  const { load } = useEditorMessages()
  return (
    <div className="gl-skeleton" aria-live="polite" aria-busy="true">
      <span className="gl-visually-hidden">{load.loading}</span>
      {cells.map((cell) => (
        <span key={cell} className="gl-skeleton-tile" />
      ))}
    </div>
  )
}

const cells = Array.from({ length: 12 }, (_, index) => index)
