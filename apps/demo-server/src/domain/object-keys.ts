import { acceptedImageTypes, type AcceptedImageType } from '@gallerist/sdk/contract'

/** Everything of ours lies under these; both end in `/`, so that no sibling matches. */
export const keyPrefixes = { final: 'media/', incoming: 'incoming/' } as const

/** Keys contain the file's id, are never used again, and are too long to guess. */
export function originalKeyOf(fileId: string, mime: AcceptedImageType): string {
  return `${keyPrefixes.final}${fileId}/original.${acceptedImageTypes[mime]}`
}

export function thumbnailKeyOf(fileId: string, widthPx: number): string {
  return `${keyPrefixes.final}${fileId}/w${widthPx}.webp`
}

export function incomingKeyOf(uploadId: string): string {
  return `${keyPrefixes.incoming}${uploadId}`
}
