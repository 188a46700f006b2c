import type { UnknownToRegistry } from '../../src/reference/index.ts'
import { type Paint, plain } from '../colours.ts'
import { inEnglish, type Speech } from './speech.ts'

/** What somebody means by a code that is registered nowhere, and what says it to every client. */
export function explainUnregistered(
  { code, name, seenIn, instead, why }: UnknownToRegistry,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string {
  const ofClass = code - (code % 100)
  return [
    words.unregistered(paint('bold', `${code} ${name}`), seenIn),
    '',
    ...(instead === undefined
      ? [words.sendNothing(code, why)]
      : [words.sendInstead(`${instead} ${titleOf(instead)}`, why), words.errorsAreSentAs(code, String(instead))]),
    code > 599 ? words.noStatus : words.understoodAs(`${ofClass} ${titleOf(ofClass)}`),
    '',
  ].join('\n')
}
