import { useRef } from 'react'
import type { ItemDetails } from '../../editor/select-details.ts'
import type { Tile } from '../../editor/tile.ts'
import { AltField } from './AltField.tsx'
import { CaptionField } from './CaptionField.tsx'
import { DetailsActions } from './DetailsActions.tsx'
import type { DetailsCommands } from './details-commands.ts'
import { DetailsHeader } from './DetailsHeader.tsx'
import { DetailsPicture } from './DetailsPicture.tsx'
import { DetailsSheet } from './DetailsSheet.tsx'
import { FileFacts } from './FileFacts.tsx'
import { PositionField } from './PositionField.tsx'

export interface DetailsPanelProps {
  readonly details: ItemDetails
  readonly tile: Tile
  readonly commands: DetailsCommands
  /** Beside the grid, which stays usable, or over everything where there is no room. */
  readonly placement: 'side' | 'over'
  readonly isReadOnly?: boolean
  /** Shows another image. */
  readonly onGo: (id: string) => void
  readonly onClose: () => void
}

/** One image, large, with its texts and what can be done with it. All of it is the draft: a save sends it. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { details, tile, commands, placement, isReadOnly = false, onGo, onClose } = props
  const altRef = useRef<HTMLTextAreaElement>(null)
  const go = (id: string | null) => {
    if (id === null) return
    onGo(id)
    altRef.current?.focus()
  }
  return (
    <DetailsSheet
      placement={placement}
      focusRef={altRef}
      onClose={onClose}
      onNextWithoutAlt={() => go(details.nextWithoutAltId)}
    >
      <DetailsHeader label={tile.label} details={details} onGo={go} onClose={onClose} />
      <DetailsPicture tile={tile} largeUrl={details.largeUrl} />
      <fieldset className="gl-details-fields" disabled={isReadOnly}>
        <AltField altRef={altRef} details={details} onEdit={commands.editAlt} />
        <CaptionField details={details} onEdit={commands.editCaption} />
        <PositionField key={`${details.id} ${details.index}`} details={details} onMove={commands.moveTo} />
      </fieldset>
      {!isReadOnly && <DetailsActions tile={tile} commands={commands} />}
      <FileFacts media={details.media} isExternal={tile.isExternal} />
    </DetailsSheet>
  )
}
