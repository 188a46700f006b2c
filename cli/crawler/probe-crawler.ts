import type { Probe, ProbedExchange } from '../probes/probe.ts'
import { randomPathBeside } from '../probes/probe-target.ts'
import type { Prober } from '../probes/prober.ts'
import { fieldOf } from '../probes/subject.ts'
import type { ReportRule } from '../report/report.ts'
import { redirectChain, redirectLoop, robotsError, softNotFound, unavailableWithoutRetryAfter } from './checks.ts'

/** Hops that RFC 9309 §2.3.1.2 asks crawlers to follow at least. */
const MAX_HOPS = 5
/** Hops that are followed to find a loop. */
const MAX_FOLLOWED = 20
/** The statuses that crawlers follow. */
const REDIRECTS = [301, 302, 303, 307, 308]

export type OnFinding = (
  rule: ReportRule,
  what: string,
  evidence: string,
  exchange: ProbedExchange,
  probe: Probe,
) => void

/** The crawler profile, for a list of targets. */
export async function probeCrawler(prober: Prober, targets: readonly string[], onFinding: OnFinding): Promise<void> {
  const robots: Probe = { name: 'robots.txt', target: '/robots.txt' }
  const answer = await prober.send(robots)
  if (answer !== undefined && answer.response.status >= 500)
    onFinding(robotsError, `robots.txt answers ${answer.response.status}.`, statusLine(answer), answer, robots)
  for (const target of new Set(targets.map(folderOf))) await probeAbsence(prober, target, onFinding)
  for (const target of new Set(targets)) await followRedirects(prober, target, onFinding)
}

async function probeAbsence(prober: Prober, folder: string, onFinding: OnFinding): Promise<void> {
  const probe: Probe = {
    name: 'a random path, as a browser asks for it',
    target: randomPathBeside(folder),
    fields: [['Accept', 'text/html']],
  }
  const exchange = await prober.send(probe)
  if (exchange === undefined) return
  const { status } = exchange.response
  if (status === 200)
    onFinding(softNotFound, 'A path made up at random answers 200.', statusLine(exchange), exchange, probe)
}

async function followRedirects(prober: Prober, start: string, onFinding: OnFinding): Promise<void> {
  const seen: string[] = []
  let target: string | undefined = start
  while (target !== undefined && seen.length <= MAX_FOLLOWED) {
    const probe: Probe = { name: seen.length === 0 ? 'GET' : `redirect ${seen.length} of ${start}`, target }
    seen.push(target)
    const exchange: ProbedExchange | undefined = await prober.send(probe)
    if (exchange === undefined) return
    const { status } = exchange.response
    if (status === 503 && fieldOf(exchange, 'retry-after') === undefined)
      onFinding(unavailableWithoutRetryAfter, 'This 503 has no Retry-After.', statusLine(exchange), exchange, probe)
    target = REDIRECTS.includes(status) ? nextTarget(prober, target, fieldOf(exchange, 'location')) : undefined
    if (target === undefined) return
    if (seen.includes(target)) {
      const loop = [...seen.slice(seen.indexOf(target)), target].join(' → ')
      onFinding(redirectLoop, `The redirects of ${start} go round in circles.`, loop, exchange, probe)
      return
    }
    if (seen.length === MAX_HOPS + 1) {
      const chain = [...seen, target].join(' → ')
      onFinding(redirectChain, `The redirects of ${start} have more than ${MAX_HOPS} hops.`, chain, exchange, probe)
    }
  }
}

/** Where a redirect leads; undefined where that is another server, which nobody has allowed to be asked. */
function nextTarget(prober: Prober, target: string, location: string | undefined): string | undefined {
  const { origin } = prober.server
  const base = `${origin}${target}`
  if (location === undefined || !URL.canParse(location, base)) return undefined
  const url = new URL(location, base)
  return url.origin === origin ? `${url.pathname}${url.search}` : undefined
}

function folderOf(target: string): string {
  const [path = '/'] = target.split('?')
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function statusLine({ response }: ProbedExchange): string {
  return `HTTP/${response.version} ${response.status} ${response.reason ?? ''}`.trimEnd()
}
