import type { KeyboardEvent, ReactNode } from 'react'
import { useKeptFocus } from '../../hooks/use-kept-focus.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface EditorFrameProps {
  readonly onUndo?: (() => void) | undefined
  readonly onRedo?: (() => void) | undefined
  readonly children: ReactNode
}

/** The editor's outside: fonts, spacing, Ctrl+Z for whatever in it has the focus but no text of its own, and the focus itself. */
export function EditorFrame({ onUndo, onRedo, children }: EditorFrameProps) {
  const { header } = useEditorMessages()
  const keptFocus = useKeptFocus<HTMLElement>()
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const isUndoKey = (event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')
    if (!isUndoKey || event.defaultPrevented || isTextField(event.target)) return
    event.preventDefault()
    if (event.shiftKey || key === 'y') onRedo?.()
    else onUndo?.()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut of everything inside, not a control
    <section {...keptFocus} className="gl-editor" tabIndex={-1} aria-label={header.label} onKeyDown={onKeyDown}>
      {children}
    </section>
  )
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')
}
