import { useEditorMessages } from '../../messages/messages-context.ts'
import { IconButton } from '../icon-button/IconButton.tsx'

export interface HeaderCommands {
  readonly addImages: () => void
  readonly refresh: () => void
  readonly undo: () => void
  readonly redo: () => void
}

export interface EditorHeaderProps {
  readonly imageCount: number
  readonly commands: HeaderCommands
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly isRefreshing: boolean
  readonly isReadOnly?: boolean
}

/** What the gallery holds, and what can be done with it as a whole. */
export function EditorHeader(props: EditorHeaderProps) {
  const { imageCount, commands, canUndo, canRedo, isRefreshing, isReadOnly = false } = props
  const { header } = useEditorMessages()
  return (
    <div className="gl-editor-header">
      <p className="gl-editor-count">
        <bdi>{header.imageCount(imageCount)}</bdi>
        {isReadOnly && <span className="gl-editor-badge">{header.readOnly}</span>}
      </p>
      <div className="gl-editor-tools">
        {!isReadOnly && (
          <>
            <IconButton words={header.undo} icon="undo" isInert={!canUndo} onPress={commands.undo} />
            <IconButton words={header.redo} icon="redo" isInert={!canRedo} onPress={commands.redo} />
          </>
        )}
        <IconButton words={header.refresh} icon="retry" isInert={isRefreshing} onPress={commands.refresh} />
        {!isReadOnly && (
          <button
            type="button"
            className="gl-button gl-add-button"
            data-variant="primary"
            title={header.addImages}
            onClick={commands.addImages}
          >
            <span className="gl-icon" data-icon="plus" aria-hidden="true" />
            <span className="gl-add-words">{header.addImages}</span>
          </button>
        )}
      </div>
    </div>
  )
}
