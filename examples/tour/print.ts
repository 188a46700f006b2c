import { styleText } from 'node:util'
import { alike } from './alike.ts'
import { requestLines, WIDTH } from './message-lines.ts'
import type { Step } from './step.ts'
import type { Topic } from './steps.ts'
import type { Outcome } from './take-step.ts'

/** Shows the tour to people. */
export interface Printer {
  /** What there is to see. */
  intro(hosts: readonly string[]): void
  topic(topic: Topic): void
  /** A step with the answers of all applications; those that are alike are shown once. */
  step(number: number, step: Step, outcomes: readonly Outcome[]): void
  /**
   * A line for each rule, a column for each application, and the counts. `reports` and `mends`: of how many problems and
   * of how many faulty responses the applications heard.
   */
  summary(results: readonly Result[], reports: number, mends: number): void
}

/** A step and what came of it. */
export interface Result {
  readonly step: Step
  readonly outcomes: readonly Outcome[]
}

/** @param colours whether the text goes to a terminal that shows them. */
export function createPrinter(write: (text: string) => void, colours: boolean): Printer {
  const paint = (format: 'bold' | 'dim' | 'red' | 'green', text: string): string =>
    colours ? styleText(format, text, { validateStream: false }) : text
  const print = (...lines: readonly string[]): void => write(`${lines.join('\n')}\n`)
  const heading = (text: string): string => paint('bold', `━━ ${text} ${'━'.repeat(Math.max(0, WIDTH - text.length))}`)
  const mark = (isGood: boolean, text = ''): string => (isGood ? paint('green', `✓${text}`) : paint('red', `✗${text}`))

  return {
    intro(hosts) {
      print(
        paint('bold', 'A tour of statuswise'),
        '',
        `The same orders API runs on ${hosts.join(' and on ')} (examples/). It is asked over raw sockets: > is what is sent,`,
        '< what comes back, with the header fields that matter. Where the answers are alike, they are shown once;',
        'each is checked by itself.',
      )
    },

    topic({ title }) {
      print('', heading(title))
    },

    step(number, step, outcomes) {
      print('', paint('bold', `${number}. ${step.title}`), '')
      const sent = step.send.flatMap((each, index) => [...(index === 0 ? [] : ['']), ...requestLines(each)])
      print(...sent.map((line) => `  > ${line}`.trimEnd()))
      if (step.note !== undefined) print(paint('dim', `  (${step.note})`))
      for (const { hosts, lines } of alike(step, outcomes)) {
        print('', paint('dim', `  ${hosts.join(' and ')}`), ...lines.map((line) => `  < ${line}`.trimEnd()))
      }
      print('')
      for (const { host, miss } of outcomes) {
        if (miss === undefined) continue
        print(`  ${mark(false, ` ${host}`)}: ${miss.what}`, `      expected ${miss.expected}`, `      got ${miss.got}`)
      }
      const good = outcomes.filter(({ miss }) => miss === undefined).map(({ host }) => host)
      if (good.length > 0)
        print(`  ${mark(true, ` ${good.join(', ')}`)}  ${step.rule} ${paint('dim', `(${step.source})`)}`)
    },

    summary(results, reports, mends) {
      const hosts = results[0]?.outcomes.map(({ host }) => host) ?? []
      const width = Math.max(...results.map(({ step }) => step.source.length))
      print('', heading('Summary'), '', paint('bold', `  ${hosts.join('  ')}  ${'Source'.padEnd(width)}  Rule`))
      for (const { step, outcomes } of results) {
        const marks = outcomes.map(({ host, miss }) => mark(miss === undefined, ' '.repeat(host.length - 1)))
        print(`  ${marks.join('  ')}  ${step.source.padEnd(width)}  ${step.rule}`)
      }
      const all = results.flatMap(({ outcomes }) => outcomes)
      const held = all.filter(({ miss }) => miss === undefined).length
      const audited = all.reduce((sum, outcome) => sum + outcome.audited, 0)
      const broken = all.reduce((sum, outcome) => sum + outcome.broken.length, 0)
      const count = ` ${held} of ${all.length} checks hold: ${results.length} rules on ${hosts.join(' and ')}.`
      print(
        '',
        `  The applications heard of ${reports} problems through onProblem. Without it, the server errors among them`,
        `  would have been logged with their stacks. Of ${mends} faults in responses they heard through onMend.`,
        '',
        mark(held === all.length, count),
        mark(
          broken === 0,
          ` ${audited} exchanges, ${broken === 0 ? 'no rule' : `${broken} rules`} of the rulebook broken.`,
        ),
      )
    },
  }
}
