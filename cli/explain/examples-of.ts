import { examples, type RuleExample } from '../../src/rules/examples/index.ts'
import { exchangeOf, type Rule } from '../../src/rules/index.ts'

export function exampleOfRule(rule: Rule): RuleExample | undefined {
  return examples.find((example) => example.rule === rule.id)
}

/** A correct exchange that ends with a status, best of a rule that speaks of just this status. */
export function exampleOfStatus(code: number, speaking: readonly Rule[]): string | undefined {
  const preferred = new Set(speaking.map(({ id }) => id))
  const ordered = [...examples].sort(
    (one, other) => Number(preferred.has(other.rule)) - Number(preferred.has(one.rule)),
  )
  for (const { passes } of ordered) {
    const found = passes.find((transcript) => endsWith(transcript, code))
    if (found !== undefined) return found
  }
  return undefined
}

/** A transcript without the indentation that it has in the source. */
export function tidy(transcript: string): string {
  return transcript
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function endsWith(transcript: string, code: number): boolean {
  try {
    const { interim = [], response } = exchangeOf(transcript)
    return response.status === code || interim.some(({ status }) => status === code)
  } catch {
    return false
  }
}
