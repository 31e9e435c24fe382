/** A gallery that was deleted from this page: what its receipt is followed by. */
export interface Deletion {
  readonly receiptId: string
  readonly galleryId: string
  readonly title: string
}
