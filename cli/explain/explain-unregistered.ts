import type { UnknownToRegistry } from '../../src/reference/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { type Paint, plain } from '../colours.ts'

/** What somebody means by a code that is registered nowhere, and what says it to every client. */
export function explainUnregistered(
  { code, name, seenIn, instead, why }: UnknownToRegistry,
  paint: Paint = plain,
): string {
  return [
    `${paint('bold', `${code} ${name}`)} is no registered status code. Seen in: ${seenIn}.`,
    '',
    instead === undefined
      ? `No response says this: ${why}. An error with this status ends the connection, and onProblem is told "aborted".`
      : `Send ${instead} ${phraseOf(instead)} instead: ${why}. An error with this status is sent so.`,
    code > 599
      ? 'It is none at all: codes go from 100 to 599, and clients treat others as a broken response (RFC 9110 §15).'
      : `To a client that does not know it, it is ${code - (code % 100)} ${phraseOf(code - (code % 100))} (RFC 9110 §15).`,
    '',
  ].join('\n')
}
