import type { Database, Sql } from '../../src/db/database.ts'

/**
 * A database to which statements go with a part replaced. Every occurrence of the part counts; statements without it
 * pass unchanged.
 */
export function rewriteSql(part: string, replacement: string): (inner: Database) => Database {
  const rewrite = (text: string): string => text.replaceAll(part, replacement)
  const wrap = (inner: Sql): Sql => ({ query: (text, values) => inner.query(rewrite(text), values) })
  return (inner) => ({
    ...wrap(inner),
    transaction: (work, options) => inner.transaction((tx) => work(wrap(tx)), options),
    close: () => inner.close(),
  })
}
