import { type DragEvent, useState } from 'react'
import type { ClientPoint } from '../grid/client-point.ts'
import type { Insertion } from '../grid/insertion.ts'

export interface FileDragOptions {
  readonly isEnabled: boolean
  readonly insertionAt: (point: ClientPoint) => Insertion | null
  /** Left out where somebody else takes the drop. */
  readonly onDrop: ((files: readonly File[], atIndex: number | undefined) => void) | null
}

export interface FileDrag {
  readonly insertion: Insertion | null
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** Shows where dragged files would land; tiles are dragged by pointer events and never seen here. */
export function useFileDrag({ isEnabled, insertionAt, onDrop }: FileDragOptions): FileDrag {
  const [insertion, setInsertion] = useState<Insertion | null>(null)
  const hasFiles = (event: DragEvent): boolean => isEnabled && event.dataTransfer.types.includes('Files')
  const gapAt = (event: DragEvent): Insertion | null => insertionAt({ xPx: event.clientX, yPx: event.clientY })
  return {
    insertion,
    handlers: {
      onDragOver(event) {
        if (!hasFiles(event)) return
        event.preventDefault()
        const next = gapAt(event)
        setInsertion((last) => (last?.index === next?.index && last?.side === next?.side ? last : next))
      },
      onDragLeave(event) {
        const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!isInside) setInsertion(null)
      },
      onDrop(event) {
        setInsertion(null)
        if (!hasFiles(event) || !onDrop) return
        event.preventDefault()
        onDrop([...event.dataTransfer.files], gapAt(event)?.index)
      },
    },
  }
}
