import { useEditorMessages } from '../../messages/messages-context.ts'

export interface EmptyGalleryProps {
  /** Left out where nothing may be added. */
  readonly onAdd?: (() => void) | undefined
}

/** A gallery without images: one button, and words for what else works. */
export function EmptyGallery({ onAdd }: EmptyGalleryProps) {
  const { empty, header } = useEditorMessages()
  if (!onAdd) return <p className="gl-empty">{empty.readOnly}</p>
  return (
    <div className="gl-empty" data-droppable="">
      <p className="gl-empty-title">{empty.title}</p>
      <button type="button" className="gl-button" data-variant="primary" onClick={onAdd}>
        {header.addImages}
      </button>
      <p>{empty.hint}</p>
      <p className="gl-empty-accepted">{empty.accepted}</p>
    </div>
  )
}
