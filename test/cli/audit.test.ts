import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Collector } from '../../cli/audit/collector.ts'
import { exchangeOf } from '../../src/rules/index.ts'
import { audit, auditJson, type JsonReport, serve } from './support.ts'

const idsOf = (report: JsonReport): string[] => report.findings.map(({ rule }) => rule.id)

describe('an audit of http.createServer', () => {
  it('finds what handlers leave out and Node does wrong, and shows it', async () => {
    const url = await serve((request, response) => {
      const status = { '/401': 401, '/405': 405, '/407': 407, '/426': 426, '/416': 416 }[request.url ?? ''] ?? 404
      response.writeHead(status, { 'Content-Type': 'text/plain' }).end('no')
    })
    const folder = await mkdtemp(join(tmpdir(), 'statuswise-'))
    const routes = join(folder, 'routes.txt')
    const html = join(folder, 'report.html')
    await writeFile(routes, '/401\n/405\n/407\n/426\n/416\n')
    const { code, report } = await auditJson(url, '--routes', routes, '--html', html)
    expect(code).toBe(1)
    expect(report.ok).toBe(false)
    expect(report.targets).toHaveLength(5)
    expect(idsOf(report)).toEqual(
      expect.arrayContaining(['9110-15.5.2-www-authenticate', '9110-15.5.6-allow', '9112-3.2-host-multiple']),
    )
    const allow = report.findings.find(({ rule }) => rule.id === '9110-15.5.6-allow')
    expect(allow?.rule.link).toBe('https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6')
    expect(allow?.occurrences[0]?.transcript).toContain('< HTTP/1.1 405 Method Not Allowed')
    expect(await readFile(html, 'utf8')).toContain('id="9110-15.5.6-allow"')
  })

  it('compares HEAD with GET, and leaves a resource alone that changes by itself', async () => {
    const answer = (length: () => number) =>
      serve((request, response) => {
        const content = 'x'.repeat(request.method === 'HEAD' ? length() + 1 : length())
        response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': content.length }).end(content)
      })
    const only = ['--rule', '9110-8.6-head-content-length-equals-get']
    const wrong = await auditJson(await answer(() => 10), ...only)
    expect(idsOf(wrong.report)).toEqual(['9110-8.6-head-content-length-equals-get'])
    let count = 0
    const changing = await auditJson(await answer(() => 10 + count++), ...only)
    expect(idsOf(changing.report)).toEqual([])
  })

  it('asks only the rules that are wanted', async () => {
    const url = await serve((_, response) => response.writeHead(405).end())
    const all = idsOf((await auditJson(url)).report)
    const [first = ''] = all
    expect(idsOf((await auditJson(url, '--rule', first)).report)).toEqual([first])
    expect(idsOf((await auditJson(url, '--ignore', first)).report)).not.toContain(first)
  })

  it('asks by an absolute URI as well, with a Host that does not count', async () => {
    const url = await serve((request, response) => {
      response.writeHead(302, { Location: `http://${request.headers.host}/` }).end()
    })
    const ids = ['9112-3.2.2-absolute-form', '9112-3.2.2-redirect-uses-absolute-form-host']
    const only = ids.flatMap((id) => ['--rule', id])
    expect(idsOf((await auditJson(`${url}/moved`, ...only)).report)).toEqual([ids[1]])
    const deaf = await serve((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/plain' }).end('x')
    })
    expect(idsOf((await auditJson(deaf, ...only)).report)).toEqual([ids[0]])
  })

  it('finds what an error keeps of the success to another Accept', async () => {
    const url = await serve((request, response) => {
      const status = request.headers.accept?.includes('html') ? 406 : 200
      const fields = { ETag: '"1"', 'Cache-Control': 'max-age=60', Vary: 'Accept', 'Content-Type': 'text/plain' }
      response.writeHead(status, fields).end('There is text/plain.'.slice(status === 200 ? 1 : 0))
    })
    const ids = ['9110-8.8-error-without-resource-validators-4xx', '9111-5.2-error-drops-success-cache-control-4xx']
    const { report } = await auditJson(url, ...ids.flatMap((id) => ['--rule', id]))
    expect(idsOf(report).sort()).toEqual(ids)
    const [{ occurrences = [] } = {}] = report.findings
    const earlier = occurrences[0]?.earlier ?? []
    expect(earlier.some((text) => text.includes('< ETag: "1"'))).toBe(true)
    // Two equal GETs are shown as one.
    expect(earlier.filter((text) => text.includes('> Accept: */*'))).toHaveLength(1)
  })

  it('sends the fields of --header', async () => {
    const seen = new Set<string | undefined>()
    const url = await serve((request, response) => {
      seen.add(request.headers['x-tenant']?.toString())
      response.end('x')
    })
    await audit(url, '-H', 'X-Tenant: seven')
    expect(seen).toEqual(new Set(['seven']))
  })

  it('takes Host of --header for the right one', async () => {
    const seen = new Set<string>()
    const url = await serve((request, response) => {
      seen.add(request.rawHeaders.filter((_, index, all) => all[index - 1]?.toLowerCase() === 'host').join(' + '))
      response.end('x')
    })
    await audit(url, '-H', 'Host: shop.example', '--max-requests', '8')
    expect([...seen]).toEqual(['shop.example'])
  })

  it('goes on where a rule fails', () => {
    const collector = new Collector(
      () => {
        throw new Error('oh')
      },
      (text) => text,
    )
    const exchange = exchangeOf('> GET / HTTP/1.1\n< HTTP/1.1 405 Method Not Allowed')
    const { request = expect.fail() } = exchange
    collector.takeExchange({ ...exchange, request }, { name: 'GET', target: '/' })
    expect(collector.troubles).toMatchObject([{ id: 'audit-failed', what: 'A rule failed: Error: oh' }])
  })

  it('keeps one occurrence of each kind, and counts all', async () => {
    const url = await serve((_, response) => response.writeHead(405, { 'Content-Type': 'text/plain' }).end('no'))
    const { report } = await auditJson(`${url}/x`, '--rule', '9110-15.5.6-allow', '--max-requests', '20')
    const [{ count = 0, occurrences = [] } = {}] = report.findings
    expect(count).toBeGreaterThan(15)
    const kinds = occurrences.map(({ method, target }) => `${method} ${target}`)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(occurrences[0]?.probe).toBe('OPTIONS *')
  })

  it('builds conditions and ranges from the first answer', async () => {
    const names = ['if-none-match', 'if-modified-since', 'if-match', 'range', 'if-range', 'accept'] as const
    const seen = new Map(names.map((name) => [name, new Set<string>()] as const))
    const url = await serve(({ headers }, response) => {
      for (const [name, values] of seen) values.add(String(headers[name]))
      response.setHeader('ETag', '"v1"')
      response.setHeader('Last-Modified', 'Sat, 21 Nov 2026 08:00:00 GMT')
      response.end('0123456789')
    })
    await audit(url)
    expect(seen.get('if-none-match')).toContain('"v1"')
    expect(seen.get('if-none-match')).toContain('W/"v1"')
    expect(seen.get('if-modified-since')).toContain('Sat, 21 Nov 2026 08:00:00 GMT')
    expect(seen.get('if-match')).toContain('"statuswise-no-match"')
    expect(seen.get('range')).toContain('bytes=10-')
    expect(seen.get('range')).toContain('bytes=0-0,-1')
    expect(seen.get('if-range')).toContain('"v1"')
    expect(seen.get('accept')?.size).toBe(6)
  })

  it('holds what GET answers against the OpenAPI description', async () => {
    const url = await serve((_, response) => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no'))
    const file = join(await mkdtemp(join(tmpdir(), 'statuswise-')), 'api.yaml')
    await writeFile(file, 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        "200": {}\n')
    const only = ['--rule', 'openapi-undocumented-status']
    const { report } = await auditJson(url, '--openapi', file, ...only)
    expect(report.findings[0]?.occurrences[0]?.what).toBe('GET answers 404, which is not in the description (200).')
    await writeFile(file, 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        4XX: {}\n')
    expect(idsOf((await auditJson(url, '--openapi', file, ...only)).report)).toEqual([])
  })
})
