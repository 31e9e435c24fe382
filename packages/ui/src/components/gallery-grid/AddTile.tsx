import type { ReactElement } from 'react'
import type { GridLayout } from '../../grid/layout.ts'
import { placeTile } from '../gallery-tile/place-tile.ts'

export interface AddTileProps {
  readonly index: number
  readonly layout: GridLayout
  readonly words: string
  readonly onAdd: () => void
}

/** The cell after the last image, while the last image is near. */
export function AddTile({ index, layout, words, onAdd }: AddTileProps): ReactElement {
  return (
    <button type="button" className="gl-add-tile" style={placeTile(index, layout)} onClick={onAdd}>
      <span className="gl-icon" data-icon="plus" aria-hidden="true" />
      <span>{words}</span>
    </button>
  )
}
