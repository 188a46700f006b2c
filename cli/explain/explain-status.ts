import { linkOf } from '../../src/audit/index.ts'
import type { FormerMeaning, RegisteredStatus } from '../../src/reference/index.ts'
import { rules } from '../../src/rules/index.ts'
import { phraseOf, statusOf } from '../../src/status/index.ts'
import { type Paint, plain } from '../colours.ts'
import { exampleOfStatus, tidy } from './examples-of.ts'
import { ID_LEGEND } from './explain-list.ts'
import { ruleLines } from './rule-lines.ts'

/** What a status means, what it has to carry, the rules that speak of it, and an exchange. */
export function explainStatus(status: RegisteredStatus, paint: Paint = plain): string {
  const { code, phrase, reference, must, should, formerPhrases, formerMeaning, alternatives } = status
  const { detail, unused = false } = statusOf(code) ?? {}
  const own = rules.filter((rule) => rule.status?.includes(code))
  const ofClass = rules.filter(
    (rule) => !own.includes(rule) && rule.status?.includes(`${code.toString()[0]}xx` as '4xx'),
  )
  const example = exampleOfStatus(code, own)
  return [
    `${paint('bold', `${code} ${phrase}`)} (${status.class})${unused ? ', reserved and not assigned' : ''}`,
    `${reference}: ${paint('underline', linkOfReference(reference))}`,
    '',
    status.meaning,
    ...(status.note === undefined ? [] : [status.note]),
    ...(formerPhrases.length === 0 ? [] : [`It was called: ${formerPhrases.join(', ')}.`]),
    ...(formerMeaning === undefined ? [] : [formerly(formerMeaning)]),
    ...(status.sender === 'any server' ? [] : [`Who may send it: ${status.sender}.`]),
    '',
    ...(alternatives.length === 0 ? [] : [paint('bold', 'Instead of it'), ...alternatives.map(listed), '']),
    ...(detail === undefined ? [] : [paint('bold', 'What statuswise tells the client'), detail, '']),
    `It must carry: ${must.join(', ') || 'nothing in particular'}.`,
    `It should carry, where it applies: ${should.join(', ') || 'nothing in particular'}.`,
    `Content: ${status.content ? 'it may have some' : 'it has none'}. To send the request again helps: ${RETRY[status.retry]}.`,
    `Caches: ${status.caches}`,
    `Crawlers: ${status.crawlers}`,
    '',
    ...(own.length === 0 ? [] : [paint('bold', `Rules of ${code}`), ...ruleLines(own, paint), '']),
    ...(ofClass.length === 0
      ? []
      : [paint('bold', `Rules of all ${code.toString()[0]}xx`), ...ruleLines(ofClass, paint), '']),
    `${rules.filter((rule) => rule.status === undefined).length} more rules are for every response. ${ID_LEGEND}`,
    ...(example === undefined ? [] : ['', paint('bold', 'An exchange'), tidy(example)]),
    '',
  ].join('\n')
}

const RETRY: Readonly<Record<RegisteredStatus['retry'], string>> = {
  'not needed': 'it is not needed',
  'as it is': 'as it is, at once',
  later: 'later',
  changed: 'after a change',
  elsewhere: 'to another address or server',
  no: 'no',
}

function listed({ code, when }: RegisteredStatus['alternatives'][number]): string {
  return `  ${code} ${phraseOf(code)} if ${when}`
}

function formerly({ name, from, today }: FormerMeaning): string {
  const instead = today === undefined ? '' : `; for that meaning send ${today} ${phraseOf(today)}`
  return `It once meant "${name}" (${from})${instead}.`
}

/** The link of a reference such as `RFC 9110 §15.5.5`. */
function linkOfReference(reference: string): string {
  const [, rfc = '', section = ''] = /^(?:RFC )?(\S+)(?: §(\S+))?$/.exec(reference) ?? []
  return linkOf({ rfc, section })
}
