import type { SaveMode, SaveOutlook } from '../../editor/select-save-outlook.ts'

export interface SaveCommands {
  readonly save: () => void
  /** Takes back a save that waits for uploads. */
  readonly withdraw: () => void
  readonly discard: () => void
  readonly toggleTray: () => void
  /** Goes to a tile whose upload has failed. */
  readonly jumpTo: (id: string) => void
}

export interface SaveActionsProps {
  readonly outlook: SaveOutlook
  readonly mode: SaveMode
  readonly commands: SaveCommands
}
