import type { RemovedItem } from '../../editor/select-forecast.ts'
import { namesOf } from '../../messages/names-of.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { Picture } from '../picture/Picture.tsx'

export interface RemovedTrayProps {
  readonly items: readonly RemovedItem[]
  readonly onRestore: (ids: readonly string[]) => void
}

/** The removed images, until a save makes it so: what becomes of each file, and a way back. */
export function RemovedTray({ items, onRestore }: RemovedTrayProps) {
  const { removed, receipt } = useEditorMessages()
  const shown = items.slice(0, shownAtMost)
  const fateOf = ({ fate, usedBy }: RemovedItem) => {
    if (fate === 'external') return removed.external
    return fate === 'delete' ? removed.delete : removed.keep(receipt.usedBy(namesOf(usedBy, receipt.unnamedUse)))
  }
  return (
    <section className="gl-tray" aria-label={removed.title(items.length)}>
      <div className="gl-tray-head">
        <p className="gl-tray-title">
          <bdi>{removed.title(items.length)}</bdi>
        </p>
        {items.length > 1 && (
          <button type="button" className="gl-button" onClick={() => onRestore(items.map(({ id }) => id))}>
            {removed.restoreAll}
          </button>
        )}
      </div>
      <ul className="gl-tray-list">
        {shown.map((item) => (
          <li key={item.id} className="gl-tray-item" data-fate={item.fate}>
            <Picture image={item.image} />
            <div className="gl-tray-text">
              <p className="gl-tray-label">
                <bdi>{item.label}</bdi>
              </p>
              <p className="gl-tray-fate">
                <bdi>{fateOf(item)}</bdi>
              </p>
            </div>
            <button
              type="button"
              className="gl-button"
              aria-label={removed.restoreItem(item.label)}
              onClick={() => onRestore([item.id])}
            >
              {removed.restore}
            </button>
          </li>
        ))}
      </ul>
      {items.length > shown.length && <p className="gl-tray-more">{removed.more(items.length - shown.length)}</p>}
    </section>
  )
}

/** More are counted, not listed: a tray is no second grid. */
const shownAtMost = 100
