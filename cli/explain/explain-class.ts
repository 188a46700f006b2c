import { linkOf } from '../../src/audit/index.ts'
import { statuses } from '../../src/reference/index.ts'
import { rules } from '../../src/rules/index.ts'
import { type Paint, plain } from '../colours.ts'
import { UsageError } from '../usage-error.ts'
import { ruleLines } from './rule-lines.ts'
import { inEnglish, type Speech } from './speech.ts'

/**
 * A class of statuses, such as `4xx`; undefined: none is meant.
 *
 * @throws UsageError for a class that there is not
 */
export function explainClass(
  asked: string,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string | undefined {
  const [, digit = ''] = /^(\d)xx$/i.exec(asked) ?? []
  if (digit === '') return undefined
  const own = statuses.filter(({ code }) => String(code).startsWith(digit))
  const [first] = own
  if (first === undefined) throw new UsageError(`There is no class ${digit}xx; there are 1xx to 5xx (RFC 9110 §15).`)
  const name = `${digit}xx`
  const section = `15.${Number(digit) + 1}`
  const ofClass = rules.filter((rule) => rule.status?.includes(name as '4xx'))
  return [
    words.ofClass(`${paint('bold', name)}${words.classOf(words.classes[first.class], false)}`),
    `RFC 9110 §${section}: ${paint('underline', linkOf({ rfc: '9110', section }))}`,
    '',
    ...own.map(({ code }) => `  ${code} ${titleOf(code)}`),
    '',
    words.othersOfClass(`${first.code} ${titleOf(first.code)}`),
    ...(ofClass.length === 0 ? [] : ['', paint('bold', words.rulesOfClass(name)), ...ruleLines(ofClass, paint)]),
    '',
  ].join('\n')
}
