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

/** The whole document. */
export function rulesDocument(): string {
  const required = rules.filter(({ level }) => level !== 'advice').length
  return `${[
    '# The rules',
    'What statuswise asks of an exchange, as `npx statuswise audit`, `audit()` and `statuswise/testing` do. Written by `npm run docs`.',
    `${rules.length} rules are executable: ${required} of MUST, MUST NOT, SHOULD and SHOULD NOT, and ${rules.length - required} pieces of advice (what an RFC says without one of these words). ` +
      'They stand under each status that they speak of. "Application": what the rule asks for is decided by who wrote the handler.',
    ...bySection(),
    '## Broken on purpose',
    'What statuswise itself does not obey, and why.',
    ...brokenTable(),
    '## Not executable',
    `The other ${catalogue.length - executableIds().size} rules of the catalogue (\`spec/catalogue.json\`), and why no exchange can show that they are broken.`,
    notExecutableTable(),
  ].join('\n\n')}\n`
}

function executableIds(): Set<string> {
  return new Set(rules.flatMap(({ id, covers = [] }) => [id, ...covers]))
}

function bySection(): string[] {
  const every = rules.filter(({ status }) => status === undefined)
  const sections: [title: string, found: readonly Rule[]][] = [['Every status', every]]
  for (const one of CLASSES) {
    sections.push([`Every ${one}`, rules.filter(({ status }) => status?.some((range) => range === one))])
    const codes = new Set(
      rules.flatMap(({ status = [] }) => status.filter((code) => String(code)[0] === one[0] && code !== one)),
    )
    for (const code of [...codes].sort()) {
      const title = typeof code === 'number' ? `${code} ${statusOf(code)?.phrase ?? ''}`.trim() : code
      sections.push([title, rules.filter(({ status }) => status?.includes(code))])
    }
  }
  return sections
    .filter(([, found]) => found.length > 0)
    .flatMap(([title, found]) => [`## ${title}`, table(['Level', 'Rule', 'RFC', ''], found.map(row))])
}

function row(rule: Rule): string[] {
  return [
    rule.level,
    `${rule.statement}<br>\`${rule.id}\``,
    `[${citationOf(rule)}](${linkOf(rule)})`,
    rule.decidedBy === 'application' ? 'Application' : '',
  ]
}

function brokenTable(): string[] {
  const rows = Object.entries(brokenOnPurpose).map(([id, why]) => [`\`${id}\``, why])
  return rows.length === 0 ? ['Nothing.'] : [table(['Rule', 'Why'], rows)]
}

function notExecutableTable(): string {
  const executable = executableIds()
  const rest = catalogue.filter(({ id }) => !executable.has(id))
  return table(
    ['Rule', 'Level', 'RFC', 'Why'],
    rest.map((rule) => [
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
