import {
  contentTypeOf,
  mergeData,
  splitChanges,
  toChangesSchema,
  type Receipt,
  type SaveDocumentBody,
  type User,
} from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { DocumentRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import type { DeletionRow } from './deletion-row.ts'
import { recordAct } from './record-act.ts'
import { refuse } from './refusal.ts'
import { replaceFile, type Replacement } from './replace-file.ts'
import { resolveEntries } from './resolve-entries.ts'
import { removedFiles } from './save-gallery.ts'
import { mediaIdsOf } from './uses.ts'

export interface DocumentSave {
  /** As it is stored; a new one is stored without fields. */
  readonly document: DocumentRow
  readonly body: SaveDocumentBody
  readonly user: User
  readonly action: Receipt['action']
}

export interface ActOnDocument {
  readonly document: DocumentRow
  readonly deletion: DeletionRow
}

/** Commits the fields that the body names. A save without a change keeps the version. */
export function saveDocument(tx: Transaction, { document, body, user, action }: DocumentSave): ActOnDocument {
  const { next, replacements } = applyBody(tx, { document, body, user })
  const isNew = action === 'document-created'
  const changed = replacements.length > 0 || JSON.stringify(factsOf(document)) !== JSON.stringify(factsOf(next))
  const version = document.version + (changed && !isNew ? 1 : 0)
  const saved = { ...next, version, ...(changed && { updatedAtMs: tx.nowMs }) }
  const removed = removedFiles(tx, document, saved)
  const replaced = replacements.map((replacement) => replaceFile(tx, replacement))
  tx.state.documents.set(saved.id, saved)
  settleMedia(tx, [...mediaIdsOf(document), ...mediaIdsOf(saved)])
  const undo = {
    galleries: [],
    documents: [{ before: document, afterVersion: saved.version }],
    media: replaced.map(({ undo: { before, after } }) => ({ before, after: expectRow(tx.state.media, after.id) })),
  }
  const deletion = recordAct(tx, {
    userId: user.id,
    action,
    gallery: null,
    document: saved,
    dropped: [...removed, ...replaced.map(({ dropped }) => dropped)],
    undo: changed && !isNew ? undo : null,
  })
  return { document: saved, deletion }
}

/** Deletes a document and condemns the files that nothing else uses. */
export function deleteDocument(tx: Transaction, document: DocumentRow, user: User): ActOnDocument {
  const dropped = removedFiles(tx, document, null)
  tx.state.documents.delete(document.id)
  settleMedia(tx, mediaIdsOf(document))
  const undo = { galleries: [], documents: [{ before: document, afterVersion: null }], media: [] }
  const act = { userId: user.id, action: 'document-deleted', gallery: null, document, dropped, undo } as const
  return { document, deletion: recordAct(tx, act) }
}

function applyBody(
  tx: Transaction,
  { document, body, user }: Omit<DocumentSave, 'action'>,
): { next: DocumentRow; replacements: Replacement[] } {
  const { contentType } = document
  const { data, entries } = splitChanges(contentType, parse(toChangesSchema(contentType), body.fields))
  const merged = parse(contentTypeOf(contentType).data, mergeData(document.data, data))
  const lists = contentTypeOf(contentType).files.map(({ path }) => {
    const named = entries.get(path)
    if (named === undefined) return { items: document.items.filter((item) => item.field === path), replacements: [] }
    const { items, replacements } = resolveEntries(tx, { holder: document, entries: named, user })
    return { items: items.map((item) => ({ ...item, field: path })), replacements }
  })
  const byMedia = new Map(lists.flatMap((list) => list.replacements.map((one) => [one.mediaId, one] as const)))
  return {
    next: { ...document, data: merged, items: lists.flatMap((list) => list.items) },
    replacements: [...byMedia.values()],
  }
}

function factsOf({ data, items }: DocumentRow): unknown[] {
  const places = items.map((item) => [item.field, item.kind === 'media' ? item.mediaId : item.url])
  return [Object.entries(data).toSorted(([one], [other]) => one.localeCompare(other)), places]
}

function parse(schema: ReturnType<typeof toChangesSchema>, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ['body', 'fields', ...path].join('.'),
    message,
  }))
  throw refuse('VALIDATION_FAILED', `The fields are not valid: ${issues[0]?.path}: ${issues[0]?.message}.`, { issues })
}
