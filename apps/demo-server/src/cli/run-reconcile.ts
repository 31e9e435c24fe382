import { reconcile } from '../reconcile/reconcile.ts'
import { createClosers } from '../start/create-closers.ts'
import { describeReport } from './describe-report.ts'
import { openParts } from './open-parts.ts'

/** One pass over the database and the bucket that the environment names. `isClean`: it proved that both fit. */
export async function runReconcile({ asJson }: { asJson: boolean }): Promise<{ text: string; isClean: boolean }> {
  const closers = createClosers()
  try {
    const report = await reconcile(await openParts(closers))
    const { stopped, strays, dangling, wrongSize } = report
    const isClean = stopped === null && strays.count + dangling.count + wrongSize.count === 0
    return { text: asJson ? JSON.stringify(report, null, 2) : describeReport(report), isClean }
  } finally {
    await closers.closeAll()
  }
}
