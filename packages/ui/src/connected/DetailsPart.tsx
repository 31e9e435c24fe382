import { DetailsPanel } from '../components/details-panel/DetailsPanel.tsx'
import { selectDetails } from '../editor/select-details.ts'
import type { Tile } from '../editor/tile.ts'
import type { PartProps } from './part-props.ts'

export interface DetailsPartProps extends PartProps {
  /** The open tile; nothing is shown without one. */
  readonly tile: Tile | undefined
  readonly placement: 'side' | 'over'
  readonly onGo: (id: string) => void
  readonly onClose: (id: string) => void
}

/** Details of the open image, until it is closed or removed. */
export function DetailsPart({ editor, draft, isReadOnly, tile, placement, onGo, onClose }: DetailsPartProps) {
  const details = tile ? selectDetails(draft, tile.id) : null
  if (!tile || !details) return null
  const { commands } = editor
  return (
    <DetailsPanel
      details={details}
      tile={tile}
      placement={placement}
      isReadOnly={isReadOnly}
      commands={{
        ...commands,
        moveTo: (id, position) => commands.move([id], position > details.index + 1 ? position : position - 1),
        remove(id) {
          const neighbour = details.nextId ?? details.previousId
          commands.remove([id])
          if (neighbour !== null) onGo(neighbour)
        },
      }}
      onGo={onGo}
      onClose={() => onClose(tile.id)}
    />
  )
}
