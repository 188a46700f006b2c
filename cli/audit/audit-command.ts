import { readFile, writeFile } from 'node:fs/promises'
import { paintFor } from '../colours.ts'
import { loadDocument } from '../input/load-document.ts'
import { routesOf } from '../input/openapi.ts'
import { type Route, routeOf } from '../input/route.ts'
import { parseRoutes } from '../input/routes-file.ts'
import { htmlReport } from '../report/html.ts'
import { jsonReport } from '../report/json.ts'
import { junitReport } from '../report/junit.ts'
import { isFailure, type Report } from '../report/report.ts'
import { sarifReport } from '../report/sarif.ts'
import { textReport } from '../report/text.ts'
import { findServer } from '../server/server.ts'
import type { Streams } from '../streams.ts'
import { UsageError } from '../usage-error.ts'
import { versionOf } from '../version.ts'
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
  const server = await findServer(options.url, options.mayLeave, options.timeout)
  // Before the work is done, not after it.
  if (options.html !== undefined) await write(options.html, '')
  const progress = new Progress(streams.stderr)
  const all = routes ?? [routeOf(server.target)]
  const report = await runAudit(server, all, options, isWanted, versionOf(), progress)
  if (report.exchanges === 0) {
    const why = report.troubles[0]?.what ?? `The audit ended ${report.stopped}.`
    throw new UsageError(`${server.origin} gave no answer that can be audited. ${why}`)
  }
  if (options.html !== undefined) await write(options.html, htmlReport(report))
  streams.stdout.write(render(report, options, streams))
  return isFailure(report) ? 1 : 0
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

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
