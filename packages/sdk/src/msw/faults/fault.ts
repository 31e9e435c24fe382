import type { EndpointId, ErrorCode } from '../../contract/index.ts'
import type { GalleryRow } from '../state/rows.ts'

/** Somebody else's edit of a gallery. */
export type GalleryEdit = (gallery: GalleryRow) => Partial<Pick<GalleryRow, 'title' | 'published' | 'items'>>

/** Something that goes wrong; `times` says how often (default once). */
export type Fault = { readonly times?: number } & (
  | {
      /** The bucket answers 403, as for a ticket that ran out. */
      readonly kind: 'ticket-expired'
    }
  | {
      /**
       * The connection to the bucket breaks and nothing is stored. msw tells a page of a request's progress only when
       * it is answered, so no fraction can be scripted here.
       */
      readonly kind: 'bucket-connection-lost'
    }
  | {
      /** The act is committed, but its answer never arrives. */
      readonly kind: 'answer-lost'
      readonly endpoint: EndpointId
    }
  | {
      /** Somebody else changes the gallery just before the save; the default edit is of the first caption. */
      readonly kind: 'conflict-on-save'
      readonly edit?: GalleryEdit
    }
  | {
      /** The answer takes its time. */
      readonly kind: 'slow'
      readonly endpoint: EndpointId | 'bucket'
      readonly delayMs: number
    }
  | {
      /** The endpoint refuses with a code; nothing is done. */
      readonly kind: 'refused'
      readonly endpoint: EndpointId
      readonly code: ErrorCode
      readonly details?: Readonly<Record<string, unknown>>
    }
  | {
      /** Storage refuses to delete a file: its receipt says `failing` until an attempt succeeds. */
      readonly kind: 'purge-failing'
      readonly message?: string
    }
  | {
      /** The leases of all staged uploads are over when the next save, replacement or renewal arrives. */
      readonly kind: 'lease-ran-out'
    }
)

export type FaultKind = Fault['kind']
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>
