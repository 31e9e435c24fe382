import { acceptedImageTypes } from '@gallerist/sdk/contract'
import { type ChangeEvent, useRef } from 'react'
import type { Tile } from '../../editor/tile.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import type { DetailsCommands } from './details-commands.ts'

export interface DetailsActionsProps {
  readonly tile: Tile
  readonly commands: DetailsCommands
}

/** Replace, cover, remove: edits of the draft like any other. */
export function DetailsActions({ tile, commands }: DetailsActionsProps) {
  const { details } = useEditorMessages()
  const inputRef = useRef<HTMLInputElement>(null)
  const onPick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) commands.replace(tile.id, file)
    target.value = ''
  }
  return (
    <div className="gl-details-actions">
      <input
        ref={inputRef}
        type="file"
        accept={Object.keys(acceptedImageTypes).join(',')}
        hidden
        aria-label={details.replace}
        onChange={onPick}
      />
      <button type="button" className="gl-button" onClick={() => inputRef.current?.click()}>
        {details.replace}
      </button>
      {tile.replacedImage && (
        <button type="button" className="gl-button" onClick={() => commands.dropReplacement(tile.id)}>
          {details.keepOld}
        </button>
      )}
      <button
        type="button"
        className="gl-button"
        aria-disabled={tile.isCover}
        onClick={tile.isCover ? undefined : () => commands.setCover(tile.id)}
      >
        {tile.isCover ? details.isCover : details.setCover}
      </button>
      <button type="button" className="gl-button" data-variant="danger" onClick={() => commands.remove(tile.id)}>
        {details.remove}
      </button>
    </div>
  )
}
