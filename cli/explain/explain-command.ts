import { parseArgs } from 'node:util'
import { comparable } from '../../src/reference/comparable.ts'
import { lookup, statuses } from '../../src/reference/index.ts'
import { ruleOf, rules } from '../../src/rules/index.ts'
import { checks } from '../audit/rule-choice.ts'
import { checkArguments } from '../checked-arguments.ts'
import { type Paint, paintFor } from '../colours.ts'
import { oneLine } from '../report/safe-text.ts'
import type { Streams } from '../streams.ts'
import { didYouMean } from '../suggest.ts'
import { UsageError } from '../usage-error.ts'
import { explainClass } from './explain-class.ts'
import { explainIis, explainSip } from './explain-foreign.ts'
import { explainField, explainSource } from './explain-list.ts'
import { explainCheck, explainRule } from './explain-rule.ts'
import { explainStatus } from './explain-status.ts'
import { explainTemporary } from './explain-temporary.ts'
import { explainUnregistered } from './explain-unregistered.ts'
import { type Speech, speechOf } from './speech.ts'

/**
 * `statuswise explain`: gives the exit code.
 *
 * @throws UsageError for what is neither a status, a rule, a field nor an RFC
 */
export async function explainCommand(args: readonly string[], { stdout, env }: Streams): Promise<number> {
  const { asked, language } = read(args)
  if (asked === '') throw new UsageError('What is to be explained? Write: statuswise explain 416, or the id of a rule.')
  stdout.write(explain(asked, paintFor(stdout, env), await speechOf(language)))
  return 0
}

function explain(asked: string, paint: Paint, speech: Speech): string {
  const special =
    explainIis(asked, paint, speech) ??
    explainSip(asked, paint, speech) ??
    explainClass(asked, paint, speech) ??
    explainTemporary(asked, paint, speech)
  if (special !== undefined) return special
  const key = comparable(asked)
  const status = lookup(asked)
  if (status?.registered === true) return explainStatus(status, paint, speech)
  if (status?.registered === false) return explainUnregistered(status, paint, speech)
  const rule = ruleOf(asked) ?? rules.find(({ id }) => id.toLowerCase() === asked.toLowerCase())
  if (rule !== undefined) return explainRule(rule, paint)
  const check = checks.find(({ id }) => id === asked.toLowerCase())
  if (check !== undefined) return explainCheck(check, paint)
  const listed = explainSource(asked, paint) ?? explainField(asked, paint)
  if (listed !== undefined) return listed
  const partly = key.length < 3 ? [] : statuses.filter(({ phrase }) => comparable(phrase).includes(key))
  const [only, ...others] = partly
  if (only !== undefined && others.length === 0) return explainStatus(only, paint, speech)
  if (others.length > 0 && !/^\d+$/.test(asked))
    throw new UsageError(`Which one? ${partly.map(({ code, phrase }) => `${code} ${phrase}`).join(', ')}.`)
  if (/^\d+$/.test(asked))
    throw new UsageError(`${oneLine(asked)} is not a registered status code.${nearby(Number(asked), asked)}`)
  const names = [...statuses.map(({ phrase }) => phrase), ...rules.map(({ id }) => id), ...checks.map(({ id }) => id)]
  throw new UsageError(`There is no status and no rule ${oneLine(asked)}.${didYouMean(asked, names)}`)
}

function nearby(code: number, asked: string): string {
  if (code < 100 || code > 599) return ' Codes go from 100 to 599 (RFC 9110 §15).'
  if (String(code) !== asked) return ` Did you mean ${code}?`
  const near = statuses
    .filter((status) => Math.abs(status.code - code) <= 3 && sameClass(status.code, code))
    .map(({ code }) => code)
  if (near.length > 0) return ` Near it: ${near.join(', ')}.`
  return ` It is understood as ${code - (code % 100)} (RFC 9110 §15).`
}

function sameClass(one: number, other: number): boolean {
  return Math.floor(one / 100) === Math.floor(other / 100)
}

const OPTIONS = { language: { type: 'string' } } as const

function read(args: readonly string[]): { asked: string; language: string | undefined } {
  checkArguments(args, OPTIONS, 'explain')
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    })
    return { asked: positionals.join(' ').trim(), language: values.language }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See statuswise explain --help.`)
  }
}
