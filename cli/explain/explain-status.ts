import { linkOf } from '../../src/audit/index.ts'
import { rules } from '../../src/rules/index.ts'
import type { Status } from '../../src/status/index.ts'
import { type Paint, plain } from '../colours.ts'
import { exampleOfStatus, tidy } from './examples-of.ts'
import { ID_LEGEND } from './explain-list.ts'
import { ruleLines } from './rule-lines.ts'

/** What a status means, what it has to carry, the rules that speak of it, and an exchange. */
export function explainStatus(status: Status, paint: Paint = plain): string {
  const { code, phrase, reference, detail, must = [], should = [] } = status
  const own = rules.filter((rule) => rule.status?.includes(code))
  const ofClass = rules.filter(
    (rule) => !own.includes(rule) && rule.status?.includes(`${code.toString()[0]}xx` as '4xx'),
  )
  const example = exampleOfStatus(code, own)
  return [
    `${paint('bold', `${code} ${phrase}`)} (${status.class})${status.unused ? ', reserved and not assigned' : ''}`,
    `${reference}: ${paint('underline', linkOfReference(reference))}`,
    '',
    ...(detail === undefined ? [] : [detail, '']),
    `It must carry: ${must.join(', ') || 'nothing in particular'}.`,
    `It should carry, where it applies: ${should.join(', ') || 'nothing in particular'}.`,
    `Content: ${status.content ? 'it may have some' : 'it has none'}. Caches may keep it without being told so: ${status.cacheable ? 'yes' : 'no'}.`,
    ...(status.noStore ? ['statuswise sends it with Cache-Control: no-store.'] : []),
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

/** The link of a reference such as `RFC 9110 §15.5.5`. */
function linkOfReference(reference: string): string {
  const [, rfc = '', section = ''] = /^(?:RFC )?(\S+)(?: §(\S+))?$/.exec(reference) ?? []
  return linkOf({ rfc, section })
}
