import type { Attachment, ListMediaQuery, PageQuery } from '../contract/index.ts'

const all = ['gallerist'] as const
const galleries = [...all, 'galleries'] as const
const content = [...all, 'content'] as const
const media = [...all, 'media'] as const
const deletions = [...all, 'deletions'] as const

/** Keys of everything the query layer caches, from wide to narrow; one QueryClient per client and signed-in user. */
export const galleristKeys = {
  all: () => all,
  galleries: () => galleries,
  galleryLists: () => [...galleries, 'list'] as const,
  galleryList: (query: PageQuery = {}) => [...galleries, 'list', query] as const,
  galleryDetails: () => [...galleries, 'detail'] as const,
  gallery: (galleryId: string) => [...galleries, 'detail', galleryId] as const,
  content: () => content,
  documentLists: (contentType: string) => [...content, contentType, 'list'] as const,
  documentList: (contentType: string, query: PageQuery = {}) => [...content, contentType, 'list', query] as const,
  document: (contentType: string, documentId: string) => [...content, contentType, 'detail', documentId] as const,
  media: () => media,
  mediaLists: () => [...media, 'list'] as const,
  mediaList: (query: ListMediaQuery = {}) => [...media, 'list', query] as const,
  mediaForObject: (attachment: Attachment, query: PageQuery = {}) =>
    [...media, 'list', 'object', attachment, query] as const,
  mediaDetail: (mediaId: string) => [...media, 'detail', mediaId] as const,
  deletions: () => deletions,
  deletion: (deletionId: string) => [...deletions, deletionId] as const,
  /** Of mutations. */
  save: (galleryId: string) => [...galleries, 'save', galleryId] as const,
} as const
