import { describe, expect, it } from 'vitest'
import { Budget } from '../../cli/audit/budget.ts'
import { probeCrawler } from '../../cli/crawler/probe-crawler.ts'
import { Prober } from '../../cli/probes/prober.ts'
import { findServer } from '../../cli/server/server.ts'
import { auditJson, serve } from './support.ts'

type Answers = Readonly<Record<string, { status: number; location?: string; headers?: Record<string, string> }>>

/** What the crawler profile finds at a server with these answers; anything else is a 404. */
async function found(answers: Answers, start: string, otherwise = 404): Promise<Record<string, string>> {
  const url = await serve((request, response) => {
    const { status, location, headers } = answers[request.url ?? ''] ?? { status: otherwise }
    response.writeHead(status, { ...(location === undefined ? {} : { Location: location }), ...headers })
    response.end(request.method === 'HEAD' || status === 204 ? undefined : 'x')
  })
  const server = await findServer(`${url}${start}`, false, 1000)
  const prober = new Prober({
    server,
    budget: new Budget({ rate: 10_000, maxRequests: 100, maxTime: 10_000 }),
    headers: [],
    userAgent: 'test',
    timeout: 1000,
    limits: { content: 1000, head: 1000 },
    onExchange: () => {},
    onTrouble: ({ what }) => expect.fail(what),
  })
  const findings: Record<string, string> = {}
  await probeCrawler(prober, [start], ({ id }, _, evidence) => {
    findings[id] = evidence
  })
  return findings
}

describe('the crawler profile', () => {
  it('finds nothing where nothing is wrong, and does not guess', async () => {
    const answers = { '/robots.txt': { status: 404 }, '/': { status: 302, location: '/a' }, '/a': { status: 200 } }
    expect(await found(answers, '/')).toEqual({})
  })

  it('finds a random path that answers 200', async () => {
    expect(await found({}, '/', 200)).toEqual({ 'crawler-soft-404': 'HTTP/1.1 200 OK' })
  })

  it('finds a robots.txt that answers 5xx', async () => {
    expect(await found({ '/robots.txt': { status: 500 } }, '/')).toHaveProperty('crawler-robots-5xx')
  })

  it('finds more than five redirects, and not five', async () => {
    const chain = (length: number): Answers =>
      Object.fromEntries(
        Array.from({ length }, (_, hop) => [`/${hop}`, { status: hop % 2 ? 301 : 307, location: `/${hop + 1}` }]),
      )
    expect(await found(chain(5), '/0')).toEqual({})
    expect(await found(chain(6), '/0')).toEqual({
      'crawler-redirect-chain': '/0 → /1 → /2 → /3 → /4 → /5 → /6',
    })
  })

  it('finds redirects in circles', async () => {
    const answers = {
      '/a': { status: 301, location: '/b' },
      '/b': { status: 302, location: 'c' },
      '/c': { status: 308, location: '/b' },
    }
    expect(await found(answers, '/a')).toEqual({ 'crawler-redirect-loop': '/b → /c → /b' })
    expect(await found({ '/self': { status: 301, location: '/self' } }, '/self')).toEqual({
      'crawler-redirect-loop': '/self → /self',
    })
  })

  it('does not follow what leads nowhere', async () => {
    expect(await found({ '/a': { status: 301, location: 'http://[' } }, '/a')).toEqual({})
    expect(await found({ '/a': { status: 304, location: '/a' } }, '/a')).toEqual({})
    expect(await found({ '/a': { status: 301 } }, '/a')).toEqual({})
  })

  it('finds a 503 without Retry-After, and not one with it', async () => {
    expect(await found({ '/': { status: 503 } }, '/')).toEqual({ 'crawler-503-retry-after': expect.any(String) })
    expect(await found({ '/': { status: 503, headers: { 'Retry-After': '60' } } }, '/')).toEqual({})
  })

  it('is part of the audit with --crawler, and no MUST', async () => {
    const url = await serve((_, response) => response.end('x'))
    const only = ['--rule', 'crawler-soft-404']
    const { code, report } = await auditJson(url, '--crawler', ...only)
    expect(code).toBe(0)
    expect(report.findings).toMatchObject([{ rule: { id: 'crawler-soft-404', level: 'advice' }, count: 1 }])
    expect((await auditJson(url, ...only)).report.findings).toEqual([])
  })
})
