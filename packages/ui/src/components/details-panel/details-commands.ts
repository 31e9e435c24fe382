/** What a details panel asks of the draft. */
export interface DetailsCommands {
  readonly editAlt: (id: string, alt: string | undefined, session: string) => void
  readonly editCaption: (id: string, caption: string | null, session: string) => void
  /** Positions count from 1. */
  readonly moveTo: (id: string, position: number) => void
  readonly replace: (id: string, file: File) => void
  readonly dropReplacement: (id: string) => void
  readonly setCover: (id: string) => void
  readonly remove: (id: string) => void
}
