// docs/rules.md: every rule of the catalogue, executable or not. `npm run docs` writes it; a test compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { citationOf, linkOf } from '../src/audit/index.ts'
import { type Rule, rules } from '../src/rules/index.ts'
import { statusOf } from '../src/status/index.ts'

/** A rule of `spec/catalogue.json`. */
export interface CatalogueRule {
  readonly id: string
  readonly topic: string
  readonly level: string
  readonly rfc: string
  readonly section: string
  readonly status: string | readonly number[]
  readonly appliesTo: string
  readonly requirement: string
}

export const catalogue: readonly CatalogueRule[] = read('catalogue')
/** Why a rule is not executable, by its id. */
export const notExecutable: Readonly<Record<string, string>> = read('not-executable')
/** Why statuswise itself breaks a rule, by its id. */
export const brokenOnPurpose: Readonly<Record<string, string>> = read('broken-on-purpose')

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../spec/${name}.json`, import.meta.url), 'utf8')) as T
}

const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx']

/** A heading with what stands below it. */
interface Section {
  readonly title: string
  readonly text: readonly string[]
  readonly parts?: readonly Section[]
}

/** The whole document. */
export function rulesDocument(): string {
  const required = rules.filter(({ level }) => level !== 'advice').length
  const sections = [everyStatus(), ...byStatus(), broken(), notExecutableByTopic()]
  return `${[
    '# The rules',
    'What statuswise asks of an exchange, as `npx statuswise audit`, `audit()` and `statuswise/testing` do. `npx statuswise explain 9110-15.5.6-allow` shows a rule with examples. Written by `npm run docs`.',
    `${rules.length} rules are executable: ${required} of MUST, MUST NOT, SHOULD and SHOULD NOT, and ${rules.length - required} pieces of advice (what an RFC says without one of these words, or a draft with one). ` +
      'Those for certain statuses stand under each of them, the others under their topic. "Application": what the rule asks for is decided by who wrote the handler.',
    contents(sections),
    ...sections.flatMap((section) => written(section, '##')),
  ].join('\n\n')}\n`
}

function contents(sections: readonly Section[]): string {
  return sections
    .map(({ title, parts = [] }) => {
      const below = parts.map((part) => linkTo(part.title, part.title.replace(`${title}: `, ''))).join(' · ')
      return `- ${linkTo(title)}${below === '' ? '' : `: ${below}`}`
    })
    .join('\n')
}

function linkTo(title: string, text: string = title): string {
  return `[${text}](#${title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')})`
}

function written({ title, text, parts = [] }: Section, mark: string): string[] {
  return [`${mark} ${title}`, ...text, ...parts.flatMap((part) => written(part, `${mark}#`))]
}

function executableIds(): Set<string> {
  return new Set(rules.flatMap(({ id, covers = [] }) => [id, ...covers]))
}

function everyStatus(): Section {
  const found = rules.filter(({ status }) => status === undefined)
  const parts = topicsOf(found).map((topic) => ({
    title: titleOf(topic),
    text: [rulesTable(found.filter((rule) => rule.topic === topic))],
  }))
  return { title: 'Every status', text: [], parts }
}

/** By class of status, and in it by status. */
function byStatus(): Section[] {
  return CLASSES.map((one) => {
    const every = rules.filter(({ status }) => status?.some((range) => range === one))
    const codes = new Set(
      rules.flatMap(({ status = [] }) =>
        status.filter((code) => typeof code === 'number' && String(code)[0] === one[0]),
      ),
    )
    const parts = [...codes].sort().map((code) => ({
      title: `${code} ${statusOf(Number(code))?.phrase ?? ''}`.trim(),
      text: [rulesTable(rules.filter(({ status }) => status?.includes(code)))],
    }))
    return { title: `Every ${one}`, text: every.length > 0 ? [rulesTable(every)] : [], parts }
  })
}

function topicsOf(found: readonly { readonly topic: string }[]): string[] {
  return [...new Set(found.map(({ topic }) => topic))].sort()
}

function titleOf(topic: string): string {
  return topic === 'webdav' ? 'WebDAV' : topic.slice(0, 1).toUpperCase() + topic.slice(1).replaceAll('-', ' ')
}

function rulesTable(found: readonly Rule[]): string {
  return table(['Level', 'Rule', 'RFC', ''], found.map(row))
}

function row(rule: Rule): string[] {
  return [
    rule.level,
    `${rule.statement}<br>\`${rule.id}\``,
    `[${citationOf(rule)}](${linkOf(rule)})`,
    rule.decidedBy === 'application' ? 'Application' : '',
  ]
}

function broken(): Section {
  const rows = Object.entries(brokenOnPurpose).map(([id, why]) => [`\`${id}\``, why])
  return {
    title: 'Broken on purpose',
    text: [
      'What statuswise itself does not obey, and why. Without `protect()`, what [Node answers by itself](node.md) breaks some rules before any middleware runs.',
      rows.length === 0 ? 'Nothing.' : table(['Rule', 'Why'], rows),
    ],
  }
}

function notExecutableByTopic(): Section {
  const executable = executableIds()
  const rest = catalogue.filter(({ id }) => !executable.has(id))
  return {
    title: 'Not executable',
    text: [
      `The other ${rest.length} rules of the catalogue (\`spec/catalogue.json\`), and why no exchange can show that they are broken.`,
    ],
    parts: topicsOf(rest).map((topic) => ({
      title: `Not executable: ${titleOf(topic)}`,
      text: [notExecutableTable(rest.filter((rule) => rule.topic === topic))],
    })),
  }
}

function notExecutableTable(found: readonly CatalogueRule[]): string {
  return table(
    ['Rule', 'Level', 'RFC', 'Why'],
    found.map((rule) => [
      `${rule.requirement}<br>\`${rule.id}\``,
      rule.level,
      `[${citationOf(rule)}](${linkOf(rule)})`,
      notExecutable[rule.id] ?? '',
    ]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const file = fileURLToPath(new URL('../docs/rules.md', import.meta.url))
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, rulesDocument())
