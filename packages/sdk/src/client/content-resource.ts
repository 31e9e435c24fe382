import {
  endpoints,
  toChangesSchema,
  toFieldsSchema,
  type AnyDocument,
  type ContentTypeName,
  type Document,
  type DocumentChanges,
  type DocumentPlan,
  type PageQuery,
  type Receipt,
} from '../contract/index.ts'
import { ContractError } from '../errors/contract-error.ts'
import { requireValid } from './check-input.ts'
import type { ActOptions, CallOptions } from './endpoint-input.ts'
import { toPagedList, type PagedList } from './paged-list.ts'
import type { RequestFunction } from './request.ts'

export interface CreateDocumentInput<Name extends ContentTypeName> extends ActOptions {
  readonly fields: DocumentChanges<Name>
}

export interface SaveDocumentInput<Name extends ContentTypeName> extends CreateDocumentInput<Name> {
  /** The version that the fields were made against. */
  readonly baseVersion: number
  /** The hash of the plan that was shown; refused with `PLAN_STALE` and the new plan where the save would do another. */
  readonly ifPlan?: string | undefined
}

export interface DeleteDocumentOptions extends ActOptions {
  /** Refuses with `DOCUMENT_CHANGED` where the document is another by now. */
  readonly baseVersion?: number | undefined
}

/** A saved document of one type, and what the save did to storage. */
export interface SavedDocumentOf<Name extends ContentTypeName> {
  readonly document: Document<Name>
  readonly receipt: Receipt
}

/** The documents of one content type. */
export interface ContentResource<Name extends ContentTypeName> {
  readonly list: (query?: PageQuery, options?: CallOptions) => PagedList<Document<Name>>
  readonly get: (documentId: string, options?: CallOptions) => Promise<Document<Name>>
  readonly create: (input: CreateDocumentInput<Name>) => Promise<SavedDocumentOf<Name>>
  /**
   * Saves the fields that are named; pictures that the save drops are deleted from storage.
   *
   * @throws `DOCUMENT_CHANGED` with the current document where someone saved first.
   */
  readonly save: (documentId: string, input: SaveDocumentInput<Name>) => Promise<SavedDocumentOf<Name>>
  /** What that save would delete and keep. */
  readonly planSave: (documentId: string, input: SaveDocumentInput<Name>) => Promise<DocumentPlan>
  readonly delete: (documentId: string, options?: DeleteDocumentOptions) => Promise<Receipt>
  readonly planDelete: (documentId: string, options?: ActOptions) => Promise<DocumentPlan>
}

export function createContentResource<Name extends ContentTypeName>(
  request: RequestFunction,
  contentType: Name,
): ContentResource<Name> {
  const typed = (document: AnyDocument) => toTyped(contentType, document)
  const toArguments = ({
    fields,
    ifPlan,
    ...options
  }: CreateDocumentInput<Name> & Partial<Pick<SaveDocumentInput<Name>, 'baseVersion' | 'ifPlan'>>) => {
    requireValid(`A document of ${contentType}`, { fields: [toChangesSchema(contentType), fields] })
    return { ...options, body: { fields, ifPlan } }
  }
  const of = (documentId: string) => ({ params: { contentType, documentId } })
  return {
    list: (query, options) =>
      toPagedList(async (cursor) => {
        const asked = { params: { contentType }, query: { ...query, cursor }, ...options }
        const page = await request(endpoints.listDocuments, asked)
        return { ...page, items: page.items.map(typed) }
      }, query?.cursor),
    get: async (documentId, options) => typed(await request(endpoints.getDocument, { ...of(documentId), ...options })),
    create: async (input) => {
      const asked = { params: { contentType }, ...toArguments(input) }
      const { document, receipt } = await request(endpoints.createDocument, asked)
      return { document: typed(document), receipt }
    },
    save: async (documentId, input) => {
      const asked = { ...of(documentId), ...toArguments(input), baseVersion: input.baseVersion }
      const { document, receipt } = await request(endpoints.saveDocument, asked)
      return { document: typed(document), receipt }
    },
    planSave: async (documentId, input) =>
      request(endpoints.planDocumentSave, {
        ...of(documentId),
        ...toArguments(input),
        baseVersion: input.baseVersion,
      }),
    delete: (documentId, options) => request(endpoints.deleteDocument, { ...of(documentId), ...options }),
    planDelete: (documentId, options) => request(endpoints.planDocumentDeletion, { ...of(documentId), ...options }),
  }
}

function toTyped<Name extends ContentTypeName>(name: Name, document: AnyDocument): Document<Name> {
  const issue = toFieldsSchema(name).safeParse(document.fields).error?.issues[0]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type's own schema has just accepted the fields
  if (!issue && document.contentType === name) return document as unknown as Document<Name>
  throw new ContractError({
    call: `A document of ${name}`,
    path: issue ? ['fields', ...issue.path.map(String)].join('.') : 'contentType',
    problem: issue?.message ?? `is ${document.contentType}`,
    status: 200,
    requestId: null,
  })
}
