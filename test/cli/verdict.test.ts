import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { htmlReport } from '../../cli/report/html.ts'
import { exitCodeOf } from '../../cli/report/report.ts'
import { textReport } from '../../cli/report/text.ts'
import { clean, sample } from './sample-report.ts'
import { answering, audit, auditJson, run, serve } from './support.ts'

const fine = (): Promise<string> =>
  serve((request, response) => {
    const status = request.url === '/orders' ? 200 : 404
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end('x')
  })

async function routesFile(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'statuswise-')), 'routes.txt')
  await writeFile(file, text)
  return file
}

describe('an audit that is not complete', () => {
  it('ends with 2 where it found no MUST broken, and with 1 where it did', () => {
    const stopped = 'after 7 requests (--max-requests)'
    expect(exitCodeOf(clean)).toBe(0)
    expect(exitCodeOf({ ...clean, stopped })).toBe(2)
    expect(exitCodeOf({ ...sample, stopped })).toBe(1)
    expect(exitCodeOf({ ...sample, stopped: 'interrupted' })).toBe(130)
  })

  it('says why, in the report for people and else on stderr', async () => {
    const few = ['--max-requests', '3', '--rule', '9110-15.5.6-allow']
    const text = await audit(await fine(), ...few)
    expect(text.code).toBe(2)
    expect(text.stdout).toContain(
      'not complete: it ended after 3 requests (--max-requests). What was seen breaks no MUST',
    )
    const json = await auditJson(await fine(), ...few)
    expect([json.code, json.report.ok]).toEqual([2, false])
    expect(json.stderr).toContain('statuswise: The audit is not complete')
  })
})

describe('a rule of --rule that nobody asked', () => {
  it('is told on stderr', async () => {
    const { code, stderr } = await audit(
      `${await fine()}/orders`,
      '--rule',
      '9110-15.5.22-upgrade',
      '--rule',
      '9110-6.6.1-date-2xx',
    )
    expect(code).toBe(0)
    expect(stderr).toBe(
      'statuswise: The rule 9110-15.5.22-upgrade was never asked: no exchange that it speaks of came.\n',
    )
    expect((await audit(await fine(), '--rule', 'crawler-soft-404')).stderr).toContain('it needs --crawler')
    expect((await audit(await fine(), '--rule', 'openapi-undocumented-status')).stderr).toContain('it needs --openapi')
  })
})

describe('the wrong scheme', () => {
  it('is named', async () => {
    const { code, stderr } = await audit((await fine()).replace('http:', 'https:'))
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^statuswise: 127\.0\.0\.1:\d+ speaks http, not https\. Write http:\/\/127\.0\.0\.1:\d+\.\n$/,
    )
  })

  it('may be left out, and is http', async () => {
    const { report } = await auditJson((await fine()).replace('http://', ''), '--max-requests', '3')
    expect(report.server).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})

describe('what is asked of the server and not of a resource', () => {
  it('is asked once, of the first target that answers with success', async () => {
    const hosts: string[] = []
    const url = await serve((request, response) => {
      const { length } = request.rawHeaders.filter((name) => name.toLowerCase() === 'host')
      if (length === 2) hosts.push(request.url ?? '')
      response.writeHead(request.url === '/orders' ? 200 : 404, { Allow: 'GET', 'Content-Type': 'text/plain' }).end('x')
    })
    const { report } = await auditJson(url, '--routes', await routesFile('/none\n/orders\n/nothing\n'))
    expect(hosts).toEqual(['/orders', '/orders'])
    const unknown = report.findings.find(({ rule }) => rule.id === '9110-9.1-501-unknown-method')
    expect(unknown?.count).toBe(1)
    const probes = report.findings.flatMap(({ occurrences }) => occurrences.map(({ probe, target }) => [probe, target]))
    for (const [probe, target] of probes.filter(([name]) => name?.includes('64 kB'))) {
      expect(probe).toContain('GET')
      expect(target).toBe('/orders')
    }
  })

  it('is asked of the first one where none does', async () => {
    const hosts: string[] = []
    const url = await serve((request, response) => {
      if (request.rawHeaders.includes('statuswise.invalid')) hosts.push(request.url ?? '')
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('x')
    })
    await audit(url, '--routes', await routesFile('/a\n/b\n'))
    expect(new Set(hosts.map((target) => new URL(target, url).pathname))).toEqual(new Set(['/a']))
  })
})

describe("answers of Node's parser", () => {
  it('are marked as such, and others are not', async () => {
    const { report } = await auditJson(`${await fine()}/orders`)
    const date = report.findings.find(({ rule }) => rule.id === '9110-6.6.1-date-4xx')
    expect(date?.occurrences.map(({ byParser }) => byParser)).toContain(true)
    const hosts = report.findings.find(({ rule }) => rule.id === '9112-3.2-host-multiple')
    expect(hosts?.occurrences.map(({ byParser }) => byParser)).not.toContain(true)
    const other = await answering('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n', (socket) => socket.end())
    const others = (await auditJson(other, '--max-requests', '5')).report.findings
    expect(JSON.stringify(others)).not.toContain('byParser')
  })

  it('are explained in the reports', () => {
    const [finding] = sample.findings
    const [occurrence] = finding?.occurrences ?? []
    if (finding === undefined || occurrence === undefined) expect.fail()
    const findings = [{ ...finding, occurrences: [{ ...occurrence, byParser: true as const }, occurrence] }]
    const note = /1 of these was answered by Node(?:'|&#39;)s HTTP parser before any middleware runs/
    expect(textReport({ ...sample, findings })).toMatch(note)
    expect(htmlReport({ ...sample, findings })).toMatch(note)
    expect(textReport(sample)).not.toMatch(/HTTP parser/)
  })
})

describe('"up to the application"', () => {
  it('is explained where it is said', async () => {
    expect(textReport(sample)).toContain('\nUp to the application: it asks for')
    expect(htmlReport(sample)).toContain('Up to the application: it asks for')
    expect(textReport(clean)).not.toContain('Up to the application')
    expect((await run('audit', '--help')).stdout).toContain('"Up to the application" is said of')
  })
})

describe('the overview', () => {
  it('has what each first GET got, in every report for people and in JSON', async () => {
    expect(textReport(sample)).toContain('First answers\n  GET /orders → 200\n')
    expect(htmlReport(sample)).toContain('<code>GET /orders → 200</code>')
    const { report } = await auditJson(await fine(), '--routes', await routesFile('/orders\n/b\n'))
    expect(report.overview).toEqual([
      { target: '/orders', status: 200 },
      { target: '/b', status: 404 },
    ])
  })

  it('warns where nothing is anywhere', () => {
    const lost = { ...clean, overview: clean.overview.map(({ target }) => ({ target, status: 404 })) }
    for (const report of [textReport(lost), htmlReport(lost)]) expect(report).toContain('All 2 URLs answer 404')
    expect(textReport({ ...lost, overview: lost.overview.slice(1) })).toContain('The URL answers 404')
    expect(textReport(clean)).not.toContain('404')
  })

  it('is not had by patterns of paths', async () => {
    for (const pattern of ['/orders/:id', '/orders/{id}', '/a/{b}/c']) {
      const { code, stderr } = await run(
        'audit',
        'http://127.0.0.1:1',
        '--routes',
        await routesFile(`GET ${pattern}\n`),
      )
      expect(code).toBe(2)
      expect(stderr).toContain(`line 1: ${pattern} is a pattern. Write a real path`)
    }
  })
})

describe('explain', () => {
  it.each([
    ['Retry-After', 'It should be in a 413 Content Too Large, where it applies.'],
    ['retry-after', '9110-10.2.3-grammar'],
    ['www-authenticate', 'It must be in a 401 Unauthorized.'],
    ['WWW-Authenticate', '9110-15.5.2-www-authenticate'],
    ['etag', '9110-8.8.3-etag-syntax'],
    ['allow', '9110-15.5.6-allow'],
    ['RFC 9110', '9110-15.5.6-allow'],
    ['9110', 'https://www.rfc-editor.org/rfc/rfc9110\n'],
    ['rfc9112', '9112-3.2-host-multiple'],
    ['9110-15.5.2', '9110-15.5.2-www-authenticate'],
    ['9110 §15.5.6', '9110-15.5.6-allow'],
    ['RFC 9110 section 15.5', '9110-15.5.6-allow'],
    ['teapot', "418 I'm a Teapot"],
    ['9110', 'The id of a rule begins with the number of its RFC'],
    ['404', 'The id of a rule begins with the number of its RFC'],
    ['404', 'An origin server that has a clock dates every 4xx with Date.'],
  ])('%s: %s', async (asked, text) => {
    const { code, stdout, stderr } = await run('explain', asked)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(text)
  })

  it('lists the rules of a section only', async () => {
    const { stdout } = await run('explain', '9110-15.5.6')
    expect(stdout).not.toContain('9110-15.5.2')
    expect((await run('explain', '9110-15')).stdout).toContain('9110-15.5.2')
  })
})
