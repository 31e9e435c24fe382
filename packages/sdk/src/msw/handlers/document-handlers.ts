import { Refusal } from '../state/refusal.ts'
import type { FakeHandlers } from './fake-handler.ts'

type DocumentEndpoint =
  | 'listDocuments'
  | 'createDocument'
  | 'getDocument'
  | 'saveDocument'
  | 'planDocumentSave'
  | 'deleteDocument'
  | 'planDocumentDeletion'

/** The fake backend holds no documents yet. */
export const documentHandlers: FakeHandlers<DocumentEndpoint> = {
  listDocuments: () => ({ items: [], nextCursor: null }),
  createDocument: refuseAll,
  getDocument: refuseAll,
  saveDocument: refuseAll,
  planDocumentSave: refuseAll,
  deleteDocument: refuseAll,
  planDocumentDeletion: refuseAll,
}

function refuseAll(): never {
  throw new Refusal('DOCUMENT_NOT_FOUND', 'The fake backend holds no documents yet.')
}
