import { readFile } from 'node:fs/promises'
import { paintFor } from '../colours.ts'
import { loadDocument } from '../input/load-document.ts'
import { routesOf } from '../input/openapi.ts'
import { type Route, routeOf } from '../input/route.ts'
import { parseRoutes } from '../input/routes-file.ts'
import { htmlReport } from '../report/html.ts'
import { jsonReport } from '../report/json.ts'
import { junitReport } from '../report/junit.ts'
import { exitCodeOf, incompleteness, type Report } from '../report/report.ts'
import { checkWritable, writeReport } from '../report/report-file.ts'
import { safeText } from '../report/safe-text.ts'
import { sarifReport } from '../report/sarif.ts'
import { textReport } from '../report/text.ts'
import { findServer, type Server } from '../server/server.ts'
import { speaksTls } from '../server/speaks.ts'
import type { Streams } from '../streams.ts'
import { UsageError } from '../usage-error.ts'
import { versionOf } from '../version.ts'
import { neverAsked } from './never-asked.ts'
import { type AuditOptions, parseAuditOptions } from './options.ts'
import { Progress } from './progress.ts'
import { chooseRules } from './rule-choice.ts'
import { runAudit } from './run-audit.ts'

/**
 * `statuswise audit`: gives the exit code.
 *
 * @throws UsageError where the arguments are wrong or the server cannot be reached
 */
export async function auditCommand(args: readonly string[], streams: Streams): Promise<number> {
  const options = parseAuditOptions(args)
  const isWanted = chooseRules(options.rules, options.ignored)
  const base = URL.canParse(options.url) ? new URL(options.url).pathname : '/'
  const routes = await readRoutes(options, base)
  // Before the work is done, not after it.
  if (options.html !== undefined) await checkWritable(options.html)
  const { signal } = streams
  const server = await findServer(options.url, options.mayLeave, options.timeout, signal)
  const progress = new Progress(streams.stderr)
  const all = routes ?? [routeOf(server.target)]
  const report = await runAudit(server, all, options, isWanted, versionOf(), progress, signal)
  await checkScheme(server, report, options.timeout)
  if (report.exchanges === 0) {
    const why = report.troubles[0]?.what ?? incompleteness(report) ?? ''
    throw new UsageError(`${server.origin} gave no answer that can be audited. ${why}`)
  }
  if (options.html !== undefined) await writeReport(options.html, htmlReport(report))
  streams.stdout.write(render(report, options, streams))
  const incomplete = options.format === 'text' ? undefined : incompleteness(report)
  for (const note of [...neverAsked(options, report), ...(incomplete === undefined ? [] : [incomplete])])
    streams.stderr.write(`statuswise: ${safeText(note)}\n`)
  return exitCodeOf(report)
}

/** @throws UsageError where a server that gave nothing, or only 400, wants TLS */
async function checkScheme({ peer, host }: Server, report: Report, timeout: number): Promise<void> {
  const isStrange = report.exchanges === 0 || report.overview.every(({ status }) => status === 400)
  if (!peer.secure && isStrange && report.stopped === undefined && (await speaksTls(peer, timeout)))
    throw new UsageError(`${host} speaks https, not http. Write https://${host}.`)
}

function render(report: Report, { format }: AuditOptions, { stdout, env }: Streams): string {
  switch (format) {
    case 'json':
      return jsonReport(report)
    case 'sarif':
      return sarifReport(report)
    case 'junit':
      return junitReport(report)
    case 'text':
      return textReport(report, paintFor(stdout, env), stdout.isTTY ? stdout.columns : undefined)
  }
}

async function readRoutes({ openapi, routes }: AuditOptions, base: string): Promise<readonly Route[] | undefined> {
  if (openapi !== undefined) return routesOf(await loadDocument(await read(openapi), openapi), openapi, base)
  if (routes !== undefined) return parseRoutes(await read(routes), routes)
  return undefined
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
