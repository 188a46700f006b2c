import { citationOf, linkOf } from '../../src/audit/index.ts'
import { type RegisteredStatus, statuses } from '../../src/reference/index.ts'
import { rules } from '../../src/rules/index.ts'
import { type Paint, plain } from '../colours.ts'
import { oneLine } from '../report/safe-text.ts'
import { UsageError } from '../usage-error.ts'
import { ruleLines } from './rule-lines.ts'
import { ID_LEGEND } from './words/english.ts'

/** The rules about a field, and the statuses that owe it; undefined: nothing speaks of it. */
export function explainField(asked: string, paint: Paint = plain): string | undefined {
  const name = asked.toLowerCase()
  const must = statuses.filter((status) => has(status.must, name))
  const mustIf = statuses.flatMap((status) =>
    status.mustIf.filter(({ fields }) => has(fields, name)).map(({ when }) => ({ status, when })),
  )
  const should = statuses.filter((status) => has(status.should, name))
  // Of a rule that asks for a field, the field may be missing, so that it stands in the id alone.
  const about = rules.filter(({ id, fields }) => fields?.includes(name) || id.split(/^[^-]*-[^-]*-/)[1] === name)
  const owed = [...must, ...should].flatMap((status) => [...status.must, ...status.should])
  if (about.length + owed.length === 0) return undefined
  const written = owed.find((field) => field.toLowerCase() === name) ?? canonical(name)
  return [
    paint('bold', written),
    '',
    ...(must.length === 0 ? [] : [`It must be in a ${namesOf(must)}.`]),
    ...mustIf.map(({ status, when }) => `It must be in a ${namesOf([status])}, where ${when}.`),
    ...(should.length === 0 ? [] : [`It should be in a ${namesOf(should)}, where it applies.`]),
    ...(about.length === 0 ? [] : ['', paint('bold', 'Rules about it'), ...ruleLines(about, paint)]),
    '',
    ID_LEGEND,
    '',
  ].join('\n')
}

/**
 * The rules of an RFC (`RFC 9110`, `9110`) or of a section of it with those below (`9110-15.5.2`, `9110 §15.5.6`);
 * undefined where none is meant.
 *
 * @throws UsageError where the RFC has rules, and the section has none
 */
export function explainSource(asked: string, paint: Paint = plain): string | undefined {
  const pattern = /^(?:rfc ?)?(\d{4,5})(?:(?: ?§ ?|-| ?section | )(\d+(?:\.\d+)*))?$/i
  const [, rfc = '', section] = pattern.exec(asked.replace(/\s+/g, ' ')) ?? []
  const all = rules.filter((rule) => rule.rfc === rfc)
  if (all.length === 0) return undefined
  const found = all.filter((rule) => section === undefined || `${rule.section}.`.startsWith(`${section}.`))
  const source = { rfc, section: section ?? '' }
  if (found.length === 0)
    throw new UsageError(`There is no rule of RFC ${rfc} §${oneLine(String(section))}, but ${all.length} others of it.`)
  const title = section === undefined ? `RFC ${rfc}` : citationOf(source)
  const link = section === undefined ? linkOf(source).replace(/#.*$/, '') : linkOf(source)
  return [
    `${paint('bold', title)}: ${paint('underline', link)}`,
    '',
    ...ruleLines(found, paint),
    '',
    ID_LEGEND,
    '',
  ].join('\n')
}

function has(fields: readonly string[], lowerName: string): boolean {
  return fields.some((field) => field.toLowerCase() === lowerName)
}

function namesOf(list: readonly RegisteredStatus[]): string {
  return list.map(({ code, phrase }) => `${code} ${phrase}`).join(', ')
}

function canonical(lowerName: string): string {
  return lowerName.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase())
}
