import type { Use } from '@gallerist/sdk/contract'

/** The names of what uses a file, in quotes; a use without a title (another user's) is named generally. */
export function namesOf(uses: readonly Use[], unnamed: string): readonly string[] {
  return uses.map(({ title }) => (title === null ? unnamed : `‘${title}’`))
}
