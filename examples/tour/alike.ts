import { responseLines } from './message-lines.ts'
import type { Step } from './step.ts'
import type { Outcome } from './take-step.ts'

/** An answer, and the applications that gave it. */
export interface SameAnswer {
  readonly hosts: string[]
  readonly lines: readonly string[]
}

/** Puts the applications together that gave the same answer. */
export function alike(step: Step, outcomes: readonly Outcome[]): SameAnswer[] {
  const answers = new Map<string, SameAnswer>()
  for (const outcome of outcomes) {
    const lines = answerLines(step, outcome)
    const key = lines.map(withoutChance).sort().join('\n')
    const same = answers.get(key)
    if (same === undefined) answers.set(key, { hosts: [outcome.host], lines })
    else same.hosts.push(outcome.host)
  }
  return [...answers.values()]
}

function answerLines(step: Step, { exchange: { responses, error } }: Outcome): string[] {
  const lines = responses.flatMap((response, index) => [
    ...(index === 0 ? [] : ['']),
    ...responseLines(response, step.show),
  ])
  if (error !== undefined) lines.push(`(${error})`)
  else if (responses.length === 0) lines.push('(no response)')
  return lines
}

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

// Ids and boundaries differ; the order of header fields and of the members of a list says nothing (RFC 9110 §5.3, §5.6.1).
function withoutChance(line: string): string {
  const [name = '', ...value] = line.replaceAll(UUID, '').split(': ')
  return [name.toLowerCase(), ...value.join(': ').split(', ').sort()].join(',')
}
