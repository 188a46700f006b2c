import { linkOf } from '../../src/audit/index.ts'
import type { RegisteredStatus } from '../../src/reference/index.ts'
import { rules } from '../../src/rules/index.ts'
import { statusOf } from '../../src/status/index.ts'
import { type Paint, plain } from '../colours.ts'
import { exampleOfStatus, tidy } from './examples-of.ts'
import { ruleLines } from './rule-lines.ts'
import { inEnglish, type Speech } from './speech.ts'

/** What a status means, what it has to carry, the rules that speak of it, and an exchange. */
export function explainStatus(status: RegisteredStatus, paint: Paint = plain, speech: Speech = inEnglish): string {
  const { code, reference } = status
  const { words, titleOf } = speech
  const className = `${code.toString()[0]}xx`
  const own = rules.filter((rule) => rule.status?.includes(code))
  const ofClass = rules.filter((rule) => !own.includes(rule) && rule.status?.includes(className as '4xx'))
  const example = exampleOfStatus(code, own)
  const isReserved = statusOf(code)?.unused === true
  return [
    `${paint('bold', `${code} ${titleOf(code)}`)}${words.classOf(words.classes[status.class], isReserved)}`,
    `${reference}: ${paint('underline', linkOfReference(reference))}`,
    '',
    ...aboutStatus(status, paint, speech),
    '',
    ...(own.length === 0 ? [] : [paint('bold', words.rulesOf(code)), ...ruleLines(own, paint), '']),
    ...(ofClass.length === 0 ? [] : [paint('bold', words.rulesOfClass(className)), ...ruleLines(ofClass, paint), '']),
    words.moreRules(rules.filter((rule) => rule.status === undefined).length),
    ...(example === undefined ? [] : ['', paint('bold', words.example), tidy(example)]),
    '',
  ].join('\n')
}

function aboutStatus(status: RegisteredStatus, paint: Paint, { words, titleOf, detailOf }: Speech): string[] {
  const { code, must, mustIf, should, formerPhrases, formerMeaning, alternatives, sender } = status
  const note = words.note(status)
  const detail = detailOf(code)
  const named = (other: number): string => `${other} ${titleOf(other)}`
  const today = formerMeaning?.today === undefined ? undefined : named(formerMeaning.today)
  return [
    words.meaning(status),
    ...(note === undefined ? [] : [note]),
    ...(formerPhrases.length === 0 ? [] : [words.wasCalled(formerPhrases)]),
    ...(formerMeaning === undefined ? [] : [words.onceMeant(formerMeaning, today)]),
    ...(sender === 'any server' ? [] : [words.maySend(words.senders[sender])]),
    '',
    ...(alternatives.length === 0 ? [] : [paint('bold', words.insteadOfIt)]),
    ...alternatives.map(({ code: other, when }) => `  ${words.alternative(named(other), when)}`),
    ...(alternatives.length === 0 ? [] : ['']),
    ...(detail === undefined ? [] : [paint('bold', words.toldToClients), detail, '']),
    ...(must.length === 0 && mustIf.length > 0 ? [] : [words.must(must)]),
    ...mustIf.map(({ fields, when }) => words.mustIf(fields, when)),
    words.should(should),
    words.content(status.content, words.retries[status.retry]),
    words.caches(status),
    words.crawlers(status),
  ]
}

/** The link of a reference such as `RFC 9110 §15.5.5`. */
function linkOfReference(reference: string): string {
  const [, rfc = '', section = ''] = /^(?:RFC )?(\S+)(?: §(\S+))?$/.exec(reference) ?? []
  return linkOf({ rfc, section })
}
