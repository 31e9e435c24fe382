import { deletionHandlers } from './deletion-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import type { FakeHandlers } from './fake-handler.ts'
import { galleryHandlers } from './gallery-handlers.ts'
import { mediaHandlers } from './media-handlers.ts'
import { storageHandlers } from './storage-handlers.ts'
import { uploadHandlers } from './upload-handlers.ts'
import { userHandlers } from './user-handlers.ts'

/** One handler per row of the endpoint table; a new row does not compile until it has one. */
export const fakeHandlers: FakeHandlers = {
  ...userHandlers,
  ...uploadHandlers,
  ...mediaHandlers,
  ...galleryHandlers,
  ...documentHandlers,
  ...deletionHandlers,
  ...storageHandlers,
}
