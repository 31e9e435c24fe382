import type { AppDeps } from '../domain/app-deps.ts'
import type { UserDirectory } from '../domain/user-directory.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { Route } from './route.ts'
import { completeUploadRoute } from './routes/complete-upload.ts'
import { createDemoTokenRoute } from './routes/create-demo-token.ts'
import { createDocumentRoute } from './routes/create-document.ts'
import { createGalleryRoute } from './routes/create-gallery.ts'
import { createUploadRoute } from './routes/create-upload.ts'
import { deleteDocumentRoute } from './routes/delete-document.ts'
import { deleteGalleryRoute } from './routes/delete-gallery.ts'
import { deleteMediaRoute } from './routes/delete-media.ts'
import { deleteObjectMediaRoute } from './routes/delete-object-media.ts'
import { getDeletionRoute } from './routes/get-deletion.ts'
import { getDocumentRoute } from './routes/get-document.ts'
import { getGalleryRoute } from './routes/get-gallery.ts'
import { getMeRoute } from './routes/get-me.ts'
import { getInvariantsRoute } from './routes/get-invariants.ts'
import { getMediaWhyRoute } from './routes/get-media-why.ts'
import { getMediaRoute } from './routes/get-media.ts'
import { getMediaForObjectRoute } from './routes/get-media-for-object.ts'
import { listDemoUsersRoute } from './routes/list-demo-users.ts'
import { listDocumentsRoute } from './routes/list-documents.ts'
import { listGalleriesRoute } from './routes/list-galleries.ts'
import { listMediaRoute } from './routes/list-media.ts'
import { listStorageObjectsRoute } from './routes/list-storage-objects.ts'
import { planDocumentDeletionRoute } from './routes/plan-document-deletion.ts'
import { planDocumentSaveRoute } from './routes/plan-document-save.ts'
import { planGalleryDeletionRoute } from './routes/plan-gallery-deletion.ts'
import { planGallerySaveRoute } from './routes/plan-gallery-save.ts'
import { reconcileRoute } from './routes/reconcile.ts'
import { planObjectMediaDeletionRoute } from './routes/plan-object-media-deletion.ts'
import { renewUploadRoute } from './routes/renew-upload.ts'
import { replaceMediaFileRoute } from './routes/replace-media-file.ts'
import { saveDocumentRoute } from './routes/save-document.ts'
import { saveGalleryRoute } from './routes/save-gallery.ts'
import { undoDeletionRoute } from './routes/undo-deletion.ts'
import { updateMediaRoute } from './routes/update-media.ts'
import { uploadMediaFormRoute } from './routes/upload-media-form.ts'

export interface RouteDeps extends AppDeps {
  readonly users: UserDirectory
  readonly tokens: AccessTokens
}

/** One route per row of the endpoint table; registering them checks that none is missing. */
export function createRoutes(deps: RouteDeps): Route[] {
  const ofApp = [
    completeUploadRoute,
    createDocumentRoute,
    createGalleryRoute,
    createUploadRoute,
    deleteDocumentRoute,
    deleteGalleryRoute,
    deleteMediaRoute,
    deleteObjectMediaRoute,
    getDeletionRoute,
    getDocumentRoute,
    getGalleryRoute,
    getMediaForObjectRoute,
    getInvariantsRoute,
    getMediaRoute,
    getMediaWhyRoute,
    listDocumentsRoute,
    listGalleriesRoute,
    listMediaRoute,
    listStorageObjectsRoute,
    planDocumentDeletionRoute,
    planDocumentSaveRoute,
    planGalleryDeletionRoute,
    planGallerySaveRoute,
    reconcileRoute,
    planObjectMediaDeletionRoute,
    renewUploadRoute,
    replaceMediaFileRoute,
    saveDocumentRoute,
    saveGalleryRoute,
    undoDeletionRoute,
    updateMediaRoute,
    uploadMediaFormRoute,
  ]
  return [getMeRoute, createDemoTokenRoute(deps), listDemoUsersRoute(deps), ...ofApp.map((create) => create(deps))]
}
