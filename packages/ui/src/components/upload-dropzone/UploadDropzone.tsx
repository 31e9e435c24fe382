import { acceptedImageTypes } from '@gallerist/sdk/contract'
import type { ReactNode } from 'react'
import { type DropEvent, useDropzone } from 'react-dropzone'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface UploadDropzoneProps {
  readonly isDisabled?: boolean
  /** Files that were dropped, pasted or picked, unchecked; the point of the screen where they were dropped. */
  readonly onFiles: (files: readonly File[], point: { readonly x: number; readonly y: number } | null) => void
  /** Gets what opens the file picker. */
  readonly children: (open: () => void) => ReactNode
}

/** Takes files from a drop, a paste or the picker anywhere on what it wraps. State: `data-dragging`. */
export function UploadDropzone({ isDisabled = false, onFiles, children }: UploadDropzoneProps) {
  const { uploads } = useEditorMessages()
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    // A root that can be clicked or focused round other controls would be a control inside a control.
    noClick: true,
    noKeyboard: true,
    disabled: isDisabled,
    onDrop: (files, _rejections, event) => onFiles(files, pointOf(event)),
  })
  return (
    <div
      {...getRootProps({ className: 'gl-dropzone', role: 'presentation' })}
      data-dragging={isDragActive || undefined}
    >
      {!isDisabled && <input {...getInputProps({ accept, 'aria-hidden': true })} />}
      {children(open)}
      {isDragActive && <p className="gl-dropzone-hint">{uploads.dropHere}</p>}
    </div>
  )
}

const accept = Object.keys(acceptedImageTypes).join(',')

function pointOf(event: DropEvent): { x: number; y: number } | null {
  return 'clientX' in event && event.type === 'drop' ? { x: event.clientX, y: event.clientY } : null
}
