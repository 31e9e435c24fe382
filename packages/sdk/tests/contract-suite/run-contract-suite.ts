import { describe } from 'vitest'
import type { StartBackend } from './contract-backend.ts'
import { testAccess } from './access.ts'
import { testConcurrency } from './concurrency.ts'
import { testDeletion } from './deletion.ts'
import { testDocuments } from './documents.ts'
import { testGalleries } from './galleries.ts'
import { testLeases } from './leases.ts'
import { testLegacyLists } from './legacy-lists.ts'
import { testMediaDeletion } from './media-deletion.ts'
import { testObjects } from './objects.ts'
import { testPages } from './pages.ts'
import { testPlans } from './plans.ts'
import { testProblems } from './problems.ts'
import { testProof, testWhyGone } from './proof.ts'
import { testReplacement } from './replacement.ts'
import { useBackend } from './stage.ts'
import { testStorageOff } from './storage-off.ts'
import { testUndo } from './undo.ts'
import { testUploads } from './uploads.ts'

const patientGraceMs = 60_000
const quickGraceMs = 300

/**
 * Tests a backend for what the contract promises beyond its schemas.
 *
 * @example runContractSuite({ name: 'fake backend', start: startFake })
 */
export function runContractSuite({ name, start }: { name: string; start: StartBackend }): void {
  describe(name, () => {
    const patient = useBackend(() => start({ graceMs: patientGraceMs }))
    const quick = useBackend(() => start({ graceMs: quickGraceMs }))
    testUploads(patient)
    testLeases(patient)
    testGalleries(patient)
    testConcurrency(patient)
    testLegacyLists(patient)
    testReplacement(patient)
    testPlans(patient)
    testUndo(patient)
    testMediaDeletion(patient)
    testDocuments(patient)
    testObjects(patient)
    testAccess(patient)
    testPages(patient)
    testProblems(patient)
    testProof(patient)
    testDeletion(quick)
    testWhyGone(quick)
    testStorageOff(quick)
  })
}
