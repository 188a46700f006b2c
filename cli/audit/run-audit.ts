import { probeCrawler } from '../crawler/probe-crawler.ts'
import type { Route } from '../input/route.ts'
import { probeAbsent, probeTarget, randomPathBeside } from '../probes/probe-target.ts'
import { Prober } from '../probes/prober.ts'
import { ServerProbes } from '../probes/server-probes.ts'
import type { Known, Subject } from '../probes/subject.ts'
import type { FirstAnswer, Report } from '../report/report.ts'
import { hideSecrets } from '../report/secrets.ts'
import type { Server } from '../server/server.ts'
import { Budget } from './budget.ts'
import { Collector } from './collector.ts'
import { checkDocumented } from './documented.ts'
import type { AuditOptions } from './options.ts'
import type { Progress } from './progress.ts'

/** Bytes of content that are read of a response. */
const MAX_CONTENT = 1_048_576
const MAX_HEAD = 262_144

/** Probes all routes of a server and reports what was found. Never fails, whatever the server does. */
export async function runAudit(
  server: Server,
  routes: readonly Route[],
  options: AuditOptions,
  isWanted: (id: string) => boolean,
  version: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Report> {
  const startedAt = new Date()
  const started = performance.now()
  const budget = new Budget({ ...options, signal })
  const collector = new Collector(isWanted, hideSecrets(options.headers))
  const prober = new Prober({
    server,
    budget,
    headers: options.headers,
    userAgent: `statuswise/${version}`,
    timeout: options.timeout,
    signal,
    limits: { content: MAX_CONTENT, head: MAX_HEAD },
    onSend: (probe) => progress.show(budget.requests, collector.broken, probe),
    onExchange: (exchange, probe) => collector.takeExchange(exchange, probe),
    onTrouble: (trouble) => collector.takeTrouble(trouble),
  })
  await prober.send({ name: 'OPTIONS *', method: 'OPTIONS', target: '*' })
  const folders = new Set<string>()
  const once = new Set<string>()
  const serverProbes = new ServerProbes()
  const statuses = new Map<string, number>()
  for (const { target, contents, documented } of routes) {
    if (budget.spent !== undefined) break
    const subject: Subject = { prober, target, unsafe: options.unsafe, once, contents }
    const known: Known = await probeTarget(subject)
    if (known.get !== undefined) statuses.set(target, known.get.response.status)
    await serverProbes.take(subject, known)
    checkDocumented(known, documented, collector)
    const absent = randomPathBeside(target)
    const folder = absent.slice(0, absent.lastIndexOf('/'))
    // One path where nothing is, per folder.
    if (!folders.has(folder)) await probeAbsent({ prober, target: absent, unsafe: false, once })
    folders.add(folder)
  }
  await serverProbes.finish()
  if (options.crawler) {
    const targets = routes.map(({ target }) => target)
    await probeCrawler(prober, targets, (...finding) => collector.takeFinding(...finding))
  }
  progress.clear()
  return {
    version,
    server: server.origin,
    targets: routes.map(({ target }) => target),
    overview: routes.map(({ target }): FirstAnswer => ({ target, status: statuses.get(target) ?? null })),
    startedAt: startedAt.toISOString(),
    seconds: Math.round((performance.now() - started) / 10) / 100,
    requests: budget.requests,
    exchanges: collector.exchanges,
    stopped: budget.spent,
    findings: collector.findings,
    troubles: collector.troubles,
    obeyed: collector.obeyed,
  }
}
