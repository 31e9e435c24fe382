import { endpoints } from '../contract/index.ts'
import type { MediaResource } from './media-resource.ts'
import { toPagedList } from './paged-list.ts'
import { createUpdateMedia, type UpdateMediaPorts } from './update-media.ts'

export function createMediaResource(ports: UpdateMediaPorts): MediaResource {
  const { request, upload } = ports
  return {
    upload,
    get: (mediaId, options) => request(endpoints.getMedia, { params: { mediaId }, ...options }),
    list: (query, options) =>
      toPagedList((cursor) => request(endpoints.listMedia, { query: { ...query, cursor }, ...options }), query?.cursor),
    forObject: (attachment, query, options) =>
      toPagedList(
        (cursor) =>
          request(endpoints.getMediaForObject, { params: attachment, query: { ...query, cursor }, ...options }),
        query?.cursor,
      ),
    why: (mediaId, options) => request(endpoints.getMediaWhy, { params: { mediaId }, ...options }),
    ...createUpdateMedia(ports),
    delete: (mediaId, { detach, ...options } = {}) =>
      request(endpoints.deleteMedia, { params: { mediaId }, query: detach ? { detach: 'true' } : {}, ...options }),
  }
}
