import { NetworkError, type UploadClient } from '@gallerist/sdk'

/** Uploads that stand still at a share of their bytes, one share after the other. */
export function haltingUploads(shares: readonly number[]): UploadClient {
  let next = 0
  return {
    uploadMedia(file, { onProgress }) {
      const share = shares[next++ % shares.length] ?? 0
      const sentBytes = Math.round(file.size * share)
      const phase = share === 1 ? 'processing' : 'sending'
      onProgress({ phase, sentBytes, totalBytes: file.size, percent: Math.min(99, Math.round(share * 100)) })
      return new Promise(() => {})
    },
    uploads: { renew: () => new Promise(() => {}) },
  }
}

/** Uploads whose connection breaks. */
export const breakingUploads: UploadClient = {
  uploadMedia: () => Promise.reject(new NetworkError('The connection was lost.')),
  uploads: { renew: () => new Promise(() => {}) },
}
