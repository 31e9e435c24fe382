import { documentIdSchema, type ContentTypeName, type DocumentPlan, type User } from '../../contract/index.ts'
import { findOwnDocument, mayChange } from '../state/access.ts'
import { nextSequence, type Transaction } from '../state/backend-state.ts'
import type { DocumentRow } from '../state/rows.ts'
import { toDocument } from '../state/document-view.ts'
import { newestFirst, pageOf } from '../state/page-of.ts'
import { requirePlan, toPlanFacts } from '../state/plan-document.ts'
import { toReceipt } from '../state/receipt-document.ts'
import { Refusal, refuse } from '../state/refusal.ts'
import { deleteDocument, saveDocument, type ActOnDocument } from '../state/save-document.ts'
import type { FakeHandlers } from './fake-handler.ts'

type DocumentEndpoint =
  | 'listDocuments'
  | 'createDocument'
  | 'getDocument'
  | 'saveDocument'
  | 'planDocumentSave'
  | 'deleteDocument'
  | 'planDocumentDeletion'

export const documentHandlers: FakeHandlers<DocumentEndpoint> = {
  listDocuments({ tx, user, params, query }) {
    const rows = [...tx.state.documents.values()]
      .filter((row) => row.contentType === params.contentType && mayChange(user, row))
      .toSorted((one, other) => other.sequence - one.sequence)
    return pageOf(rows, query, { keyOf: newestFirst, toItem: (row) => toDocument(tx, row) })
  },

  createDocument({ tx, user, params, body }) {
    const document = newDocument(tx, params.contentType, user)
    return toSaved(tx, saveDocument(tx, { document, body, user, action: 'document-created' }))
  },

  getDocument: ({ tx, user, params }) => toDocument(tx, findOwnDocument(tx, params, user)),

  saveDocument({ tx, user, params, body, ifMatch }) {
    const document = findOwnDocument(tx, params, user)
    requireVersion(tx, document, ifMatch)
    const save = { document, body, user, action: 'document-saved' } as const
    requirePlan(body.ifPlan, () => toPlan(tx, document, (preview) => saveDocument(preview, save)))
    return toSaved(tx, saveDocument(tx, save))
  },

  planDocumentSave({ tx, user, params, body, ifMatch }) {
    const document = findOwnDocument(tx, params, user)
    requireVersion(tx, document, ifMatch)
    return toPlan(tx, document, (preview) => saveDocument(preview, { document, body, user, action: 'document-saved' }))
  },

  deleteDocument({ tx, user, params, ifMatch }) {
    const document = findOwnDocument(tx, params, user)
    if (ifMatch !== null) requireVersion(tx, document, ifMatch)
    return toReceipt(tx, deleteDocument(tx, document, user).deletion)
  },

  planDocumentDeletion({ tx, user, params }) {
    const document = findOwnDocument(tx, params, user)
    return toPlan(tx, document, (preview) => deleteDocument(preview, document, user))
  },
}

function newDocument(tx: Transaction, contentType: ContentTypeName, user: User): DocumentRow {
  return {
    id: documentIdSchema.parse(crypto.randomUUID()),
    userId: user.id,
    contentType,
    data: {},
    items: [],
    version: 1,
    createdAtMs: tx.nowMs,
    updatedAtMs: tx.nowMs,
    sequence: nextSequence(tx.state),
  }
}

function toSaved(tx: Transaction, { document, deletion }: ActOnDocument) {
  return { document: toDocument(tx, document), receipt: toReceipt(tx, deletion) }
}

function toPlan(tx: Transaction, row: DocumentRow, act: (preview: Transaction) => ActOnDocument): DocumentPlan {
  const { id, version, contentType } = row
  const facts = toPlanFacts(tx, [id, version], (preview) => act(preview).deletion)
  return { ...facts, contentType, documentId: id, documentVersion: version }
}

function requireVersion(tx: Transaction, document: DocumentRow, ifMatch: number | null): void {
  if (ifMatch === null)
    throw new Refusal('PRECONDITION_REQUIRED', 'Send If-Match with the version that the save was made against.')
  if (ifMatch !== document.version)
    throw refuse('DOCUMENT_CHANGED', `The document is at version ${document.version}, not ${ifMatch}.`, {
      document: toDocument(tx, document),
    })
}
