export interface IconButtonProps {
  readonly words: string
  readonly icon: 'undo' | 'redo' | 'previous' | 'next' | 'retry' | 'close'
  /** Keeps its place and the focus, and does nothing. */
  readonly isInert?: boolean
  readonly onPress: () => void
}

/** A button that shows an icon and says its words. */
export function IconButton({ words, icon, isInert = false, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className="gl-button gl-icon-button"
      data-variant="quiet"
      aria-label={words}
      title={words}
      aria-disabled={isInert}
      onClick={isInert ? undefined : onPress}
    >
      <span className="gl-icon" data-icon={icon} aria-hidden="true" />
    </button>
  )
}
