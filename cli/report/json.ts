import { countsOf, exitCodeOf, type Report } from './report.ts'

/**
 * The report as JSON. Members are only ever added to its shape; what breaks it raises `format`:
 *
 * - `format`: 1. `version`: of statuswise. `server`, `targets`, `startedAt`, `seconds`, `requests`, `exchanges`.
 * - `ok`: whether the audit ends with 0. `stopped`: why it was not complete, or null. `counts`: rules broken, by level.
 * - `findings`: `rule` (`id`, `level`, `reference`, `link`, `statement`, `remedy`, `decidedBy`), `count`, `occurrences`
 *   (`what`, `evidence`, `probe`, `method`, `target`, `status`, `transcript`, `earlier`: transcripts, each once; `byParser`: true where
 *   Node's HTTP parser answered); one of each
 *   kind, at most 50. Long targets, values and contents are shortened.
 * - `troubles`: `id`, `severity` (error, warning, note), `probe`, `method`, `target`, `what`.
 * - `obeyed`: ids of rules that had something to say and found nothing.
 * - `overview`: of each target, `target` and the `status` that its first GET got, or null.
 */
export function jsonReport(report: Report): string {
  const { version, server, targets, overview, startedAt, seconds, requests, exchanges } = report
  const { stopped, findings, troubles, obeyed } = report
  const document = {
    format: 1,
    version,
    server,
    targets,
    startedAt,
    seconds,
    requests,
    exchanges,
    ok: exitCodeOf(report) === 0,
    stopped: stopped ?? null,
    counts: countsOf(report),
    findings,
    troubles,
    obeyed: obeyed.map(({ id }) => id),
    overview,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
