import type { ItemDetails } from '../../editor/select-details.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { IconButton } from '../icon-button/IconButton.tsx'

export interface DetailsHeaderProps {
  readonly label: string
  readonly details: ItemDetails
  readonly onGo: (id: string | null) => void
  readonly onClose: () => void
}

/** The name, the neighbours, the way out. */
export function DetailsHeader({ label, details, onGo, onClose }: DetailsHeaderProps) {
  const words = useEditorMessages().details
  const { previousId, nextId } = details
  return (
    <header className="gl-details-head">
      <h2 className="gl-details-title" title={label}>
        {label}
      </h2>
      <IconButton
        words={words.previous}
        icon="previous"
        isInert={previousId === null}
        onPress={() => onGo(previousId)}
      />
      <IconButton words={words.next} icon="next" isInert={nextId === null} onPress={() => onGo(nextId)} />
      <IconButton words={words.close} icon="close" onPress={onClose} />
    </header>
  )
}
