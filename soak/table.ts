import { MOST_READ } from './clients/uploads.ts'
import { quantile } from './load/statistics.ts'
import { MOST_GROWTH, type Report } from './report.ts'

type Cell = string | number
type Row = readonly [name: string, ...cells: Cell[]]

/** What was found out about all servers, a column for each. */
export function tables(reports: readonly Report[]): string {
  return [
    table('Requests by scenario; every response is judged by the rulebook', scenarioRows(reports), reports),
    table('Load: requests at fixed times, latency from the moment each was due', loadRows(reports), reports),
    table('The processes', processRows(reports), reports),
    ...reports.flatMap(({ host, notes }) => [...notes].map((note) => `${host}, ${note}`)),
    ...new Set(reports.flatMap(({ host, failures }) => failures.map(([name, what]) => `✗ ${host}, ${name}: ${what}`))),
  ].join('\n')
}

function scenarioRows(reports: readonly Report[]): Row[] {
  const names = new Set(
    reports.flatMap(({ counts, failures }) => [...counts.keys(), ...failures.map(([name]) => name)]),
  )
  return [...names].map((name) => [name, ...reports.map((report) => scenarioCell(report, name))])
}

function scenarioCell({ counts, failures }: Report, name: string): Cell {
  const failed = failures.filter(([scenario]) => scenario === name).length
  return failed > 0 ? `✗ ${failed} failed` : (counts.get(name) ?? '')
}

function loadRows(reports: readonly Report[]): Row[] {
  const row = (name: string, cell: (flood: NonNullable<Report['flood']>) => Cell): Row => [
    name,
    ...reports.map(({ flood }) => (flood === undefined ? '✗' : cell(flood))),
  ]
  const time = (latencies: readonly number[], share: number): string => `${quantile(latencies, share).toFixed(1)} ms`
  return [
    row('200s per second, as many as it gives', ({ capacity }) => Math.round(capacity)),
    row('rate from then on, per second', ({ rate }) => Math.round(rate)),
    row('200s', ({ successes }) => successes.latencies.length),
    row('errors', ({ errors }) => errors.latencies.length),
    row('timeouts', ({ successes, errors }) => successes.timeouts + errors.timeouts),
    row('median of 200s', ({ successes }) => time(successes.latencies, 0.5)),
    row('median of errors', ({ errors }) => time(errors.latencies, 0.5)),
    row('p99 of 200s', ({ successes }) => time(successes.latencies, 0.99)),
    row('p99 of errors', ({ errors }) => time(errors.latencies, 0.99)),
  ]
}

function processRows(reports: readonly Report[]): Row[] {
  const limit = `(limit ${megabytes(MOST_GROWTH)})`
  const row = (name: string, cell: (vitals: NonNullable<Report['last']>, report: Report) => Cell): Row => [
    name,
    ...reports.map((report) => (report.last === undefined ? '✗ crashed' : cell(report.last, report))),
  ]
  return [
    row('requests that the application saw', ({ requests }) => requests),
    row('smuggled requests', ({ smuggled }) => smuggled),
    row('exceptions beyond reach, as meant', ({ beyondReach }) => beyondReach),
    row('crashes, rejections, warnings', ({ troubles }) => troubles.length),
    row(`most read of an upload (limit ${megabytes(MOST_READ)})`, (_, { mostRead }) => megabytes(mostRead)),
    row('connections that are left', ({ connections }) => connections),
    row(`heap grew by, faults ${limit}`, (_, report) => megabytes(report.growth('faults'))),
    row(`heap grew by, flood ${limit}`, (_, report) => megabytes(report.growth('flood'))),
    row('heap at the end', ({ heapUsed }) => megabytes(heapUsed)),
    row('RSS at the end', ({ rss }) => megabytes(rss)),
  ]
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${(bytes / 1024 / 1024).toFixed(2)} MB`
}

function table(title: string, rows: readonly Row[], reports: readonly Report[]): string {
  const all = [[title, ...reports.map(({ host }) => host)], ...rows].map((row) => row.map(String))
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return `${all.map(line).join('\n')}\n`
}
