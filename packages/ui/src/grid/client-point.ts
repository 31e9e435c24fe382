/** Where a pointer is, in client pixels. */
export interface ClientPoint {
  readonly xPx: number
  readonly yPx: number
}
