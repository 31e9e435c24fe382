import type { ReactElement } from 'react'
import { barOffset, type Insertion } from '../../grid/insertion.ts'
import type { GridLayout } from '../../grid/layout.ts'

export interface InsertionBarProps {
  readonly insertion: Insertion
  readonly layout: GridLayout
}

/** Where tiles or files will land. */
export function InsertionBar({ insertion, layout }: InsertionBarProps): ReactElement {
  const { inlinePx, blockPx } = barOffset(insertion, layout)
  const style = { insetInlineStart: inlinePx, transform: `translateY(${blockPx}px)`, blockSize: layout.tilePx }
  return <div className="gl-insertion-bar" data-insertion-index={insertion.index} aria-hidden="true" style={style} />
}
