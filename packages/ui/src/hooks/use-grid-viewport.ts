import { type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import { fitColumns, type GridLayout } from '../grid/layout.ts'
import { type RowWindow, rowsPerPage, visibleRows } from '../grid/row-window.ts'
import { useBeforePaint } from './use-before-paint.ts'

/** What is measured of the scroller; null until then, and on a server. */
export interface MeasuredGrid {
  readonly layout: GridLayout
  readonly rows: RowWindow
  readonly pageRows: number
}

/** Measures columns when the scroller's size changes, and reads the rows in view in the scroll event itself. */
export function useGridViewport(scrollerRef: RefObject<HTMLElement | null>): MeasuredGrid | null {
  const [measured, setMeasured] = useState<MeasuredGrid | null>(null)
  useBeforePaint(() => {
    const scroller = scrollerRef.current
    if (!scroller) return undefined
    let layout = readLayout(scroller)
    const update = (): void => {
      const next = readGrid(scroller, layout)
      setMeasured((current) => (current && isSameGrid(current, next) ? current : next))
    }
    const resize = (): void => {
      layout = readLayout(scroller)
      update()
    }
    // Synchronous, so that the next paint already has its rows.
    const scroll = (): void => flushSync(update)
    const observer = new ResizeObserver(resize)
    observer.observe(scroller)
    scroller.addEventListener('scroll', scroll, { passive: true })
    update()
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', scroll)
    }
  }, [scrollerRef])
  return measured
}

/** The stylesheet owns tile size and gap; without it these hold. */
const fallbackTilePx = 144
const fallbackGapPx = 12

function readLayout(scroller: HTMLElement): GridLayout {
  const style = getComputedStyle(scroller)
  const toPx = (name: string, fallback: number): number => Number.parseFloat(style.getPropertyValue(name)) || fallback
  const paddingPx = toPx('padding-inline-start', 0) + toPx('padding-inline-end', 0)
  const gapPx = toPx('--gl-grid-gap', fallbackGapPx)
  return fitColumns(scroller.clientWidth - paddingPx, toPx('--gl-tile-min', fallbackTilePx), gapPx)
}

function readGrid(scroller: HTMLElement, layout: GridLayout): MeasuredGrid {
  const viewport = { topPx: scroller.scrollTop, heightPx: scroller.clientHeight }
  return { layout, rows: visibleRows(viewport, layout), pageRows: rowsPerPage(viewport.heightPx, layout) }
}

function isSameGrid(a: MeasuredGrid, b: MeasuredGrid): boolean {
  return (
    a.layout.columns === b.layout.columns &&
    a.layout.tilePx === b.layout.tilePx &&
    a.layout.gapPx === b.layout.gapPx &&
    a.rows.first === b.rows.first &&
    a.rows.last === b.rows.last &&
    a.pageRows === b.pageRows
  )
}
