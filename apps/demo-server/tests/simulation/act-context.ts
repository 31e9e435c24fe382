import type { UploadId, User } from '@gallerist/sdk/contract'
import { DomainError } from '../../src/domain/domain-error.ts'
import type { AppDeps } from '../../src/domain/app-deps.ts'
import type { CallPlan } from './call-plan.ts'
import { ConnectionLost } from './faulty-database.ts'
import type { ModelMedia } from './model.ts'
import type { Step } from './step.ts'
import { users, type World } from './world.ts'

/** What an action works with. */
export interface ActContext {
  readonly world: World
  readonly step: Step
  readonly plan: CallPlan
  /** When the step began: nothing of it came earlier. */
  readonly beforeMs: number
}

const mostTries = 3

/** A client that does not give up where the connection broke: it sends the same act again. Null: it was refused. */
export async function persist<Answer>(act: () => Promise<Answer>): Promise<Answer | DomainError> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act()
    } catch (error) {
      if (error instanceof DomainError) return error
      if (!(error instanceof ConnectionLost) || tries === mostTries) throw error
    }
  }
}

export function pickOf<Item>({ step }: ActContext, at: number, items: Iterable<Item>): Item | undefined {
  const list = [...items]
  return list[(step.picks[at] ?? 0) % list.length]
}

export function numberOf({ step }: ActContext, at: number, end: number): number {
  return (step.picks[at] ?? 0) % end
}

export function userOf(context: ActContext): User {
  return users[numberOf(context, 0, 6) === 0 ? 1 : 0]
}

/** An instance's parts: without storage where it is switched off. */
export function depsOf({ world }: ActContext): AppDeps {
  return { ...world.deps, storage: world.isStorageOn ? world.deps.storage : null }
}

export function newName({ world }: ActContext, prefix: string): string {
  world.count += 1
  return `${prefix}${world.count}`
}

/** Used, or still within its grace or lease. */
export function isAlive({ world }: ActContext, media: ModelMedia): boolean {
  return media.file.dueMs === null || media.file.dueMs > world.clock.nowMs() + 1000
}

/** A completed upload of the user that nothing has used yet. */
export function stagedOf(context: ActContext, user: User, at: number): ModelMedia | undefined {
  const staged = [...context.world.model.media.values()].filter(
    (media) => media.user === user && !media.wasUsed && isAlive(context, media),
  )
  return pickOf(context, at, staged)
}

/** The staged media of an upload, which ends when another media takes its file. */
export function endStaged({ world }: ActContext, uploadId: UploadId): ModelMedia | undefined {
  const staged = [...world.model.media.values()].find((media) => media.uploadId === uploadId)
  if (staged) world.model.media.delete(staged.id)
  return staged
}
