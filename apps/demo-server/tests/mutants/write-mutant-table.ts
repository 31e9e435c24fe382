import { readFile, writeFile } from 'node:fs/promises'
import { catchMutant, mutants } from './catch-mutant.ts'

const document = new URL('../../../../docs/simulation.md', import.meta.url)
const marks = ['<!-- mutants -->', '<!-- /mutants -->'] as const
const mostSeeds = 300

/** Runs every mutant and writes which invariant caught it, and how, into the document. False where one got away. */
export async function writeMutantTable(serverUrl: string, say: (text: string) => void): Promise<boolean> {
  const lines = ['| protocol mutant | what it would do | caught by | how |', '| --- | --- | --- | --- |']
  let areAllCaught = true
  for (const mutant of mutants) {
    const { violation, by } = await catchMutant(serverUrl, mutant, mostSeeds)
    areAllCaught &&= violation !== null
    const invariant = violation?.invariant ?? '**nothing**'
    lines.push(`| ${mutant.name} | ${mutant.fault} | ${invariant} | ${by} |`)
    say(`${mutant.name}: ${invariant}, ${by}`)
  }
  const text = await readFile(document, 'utf8')
  const [head = '', rest = ''] = text.split(marks[0])
  const tail = rest.split(marks[1])[1] ?? '\n'
  await writeFile(document, `${head}${marks[0]}\n\n${lines.join('\n')}\n\n${marks[1]}${tail}`)
  return areAllCaught
}
