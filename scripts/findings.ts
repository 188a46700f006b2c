// What the rulebook says of each exchange in its examples that breaks a rule: `npm run docs` writes it to
// test/rules/findings.json, so that a change of a text, or of the evidence, is seen in review.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { audit } from '../src/audit/index.ts'
import { examples } from '../src/rules/examples/index.ts'
import { exchangeOf } from '../src/rules/index.ts'

/** By the id of a rule, for each exchange that breaks it: what is wrong, and the evidence. */
export type Findings = Readonly<Record<string, readonly (readonly [what: string, evidence: string])[]>>

export function findings(): Findings {
  return Object.fromEntries(
    examples.map(({ rule: id, breaks }) => [id, breaks.flatMap((transcript) => findingsOf(id, transcript))]),
  )
}

function findingsOf(id: string, transcript: string): [what: string, evidence: string][] {
  return audit(exchangeOf(transcript))
    .filter(({ rule }) => rule.id === id)
    .map(({ what, evidence }) => [what, evidence])
}

const file = fileURLToPath(new URL('../test/rules/findings.json', import.meta.url))
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, `${JSON.stringify(findings(), undefined, 2)}\n`)
}
