import { mkdtemp, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Budget } from '../../cli/audit/budget.ts'
import { isLoopback } from '../../cli/server/loopback.ts'
import { audit, auditJson, run, serve, serveTcp } from './support.ts'

/** The methods and bytes of content that a server gets, whatever it answers. */
async function received(
  answer: (request: IncomingMessage) => { status: number; allow?: string },
  ...options: readonly string[]
): Promise<{ methods: ReadonlySet<string>; hasContent: boolean }> {
  const methods = new Set<string>()
  let hasContent = false
  const url = await serve((request, response) => {
    methods.add(request.method ?? '')
    hasContent ||= Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers
    const { status, allow } = answer(request)
    if (allow !== undefined) response.setHeader('Allow', allow)
    response.statusCode = status
    response.end(status === 204 ? undefined : 'x')
  })
  await audit(`${url}/orders`, ...options)
  return { methods, hasContent }
}

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'TRACE', 'LINK', 'MKCOL', 'MOVE']

describe('what is sent by default', () => {
  it.each([
    ['everything is allowed', { status: 200, allow: 'GET, HEAD, POST, PUT, PATCH, DELETE' }],
    ['only GET is allowed', { status: 200, allow: 'GET, HEAD' }],
    ['nothing is said', { status: 200 }],
    ['nothing is there', { status: 404 }],
    ['nothing is allowed', { status: 405, allow: '' }],
    ['the server fails', { status: 500 }],
  ])('is no method that may change something, and no content, where %s', async (_, answer) => {
    const { methods, hasContent } = await received(() => answer)
    expect([...methods].filter((method) => CHANGING.includes(method))).toEqual([])
    expect(hasContent).toBe(false)
  })

  it('is no method but GET, HEAD and OPTIONS where the server does not say that it has no others', async () => {
    const { methods } = await received(() => ({ status: 200 }))
    expect([...methods].sort()).toEqual(['GET', 'HEAD', 'OPTIONS'])
  })

  it('is a safe method that Allow leaves out, where there is Allow', async () => {
    const { methods } = await received(() => ({ status: 200, allow: 'GET, HEAD, PROPFIND' }))
    expect(methods).toContain('SEARCH')
    expect(methods).not.toContain('PROPFIND')
  })

  it('is not changed by an OpenAPI description with other methods', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'statuswise-')), 'openapi.json')
    const content = { 'application/json': { example: { a: 1 } } }
    const paths = { '/orders': { post: { requestBody: { content }, responses: {} }, delete: { responses: {} } } }
    await writeFile(file, JSON.stringify({ openapi: '3.1.0', paths }))
    const { methods, hasContent } = await received(() => ({ status: 404 }), '--openapi', file)
    expect([...methods].filter((method) => CHANGING.includes(method))).toEqual([])
    expect(hasContent).toBe(false)
  })
})

describe('--unsafe', () => {
  it('sends the methods that may change something', async () => {
    const { methods, hasContent } = await received(() => ({ status: 200 }), '--unsafe')
    expect([...methods]).toEqual(expect.arrayContaining(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']))
    expect(hasContent).toBe(true)
  })
})

describe('other machines', () => {
  it.each(['http://192.0.2.1/', 'http://[2001:db8::1]:8080/', 'http://0.0.0.0:3000/', 'http://[::ffff:192.0.2.1]/'])(
    'are refused without --yes-i-may: %s',
    async (url) => {
      const { code, stdout, stderr } = await audit(url, '--timeout', '0.2')
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toContain('--yes-i-may')
    },
  )

  it('are tried with it', async () => {
    const { code, stderr } = await audit('http://192.0.2.1/', '--yes-i-may', '--timeout', '0.2')
    expect(code).toBe(2)
    expect(stderr).toContain('Nobody answers')
  })

  it.each([
    ['127.0.0.1', true],
    ['127.255.255.254', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['fe80::1%lo', false],
    ['128.0.0.1', false],
    ['0.0.0.0', false],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['localhost', false],
    ['127.0.0.1.example', false],
  ])('%s is this one: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected)
  })

  it('are not followed to by redirects, which stay unasked', async () => {
    let asked = 0
    const other = await serveTcp(() => asked++)
    const url = await serve((_, response) => response.writeHead(302, { Location: `${other}/` }).end())
    await audit(url, '--crawler')
    expect(asked).toBe(0)
  })
})

describe('the bounds', () => {
  it('limit the number of requests, and say that the audit is not complete', async () => {
    let requests = 0
    const url = await serve((_, response) => {
      requests++
      response.end('x')
    })
    const { report, stdout } = await auditJson(url, '--max-requests', '7')
    expect(requests).toBeLessThanOrEqual(7)
    expect(report.requests).toBe(7)
    expect(report.stopped).toContain('--max-requests')
    expect(stdout).toContain('"stopped"')
  })

  it('limit the rate', async () => {
    const budget = new Budget({ rate: 100, maxRequests: 100, maxTime: 10_000 })
    const started = performance.now()
    for (let count = 0; count < 11; count++) await budget.take()
    expect(performance.now() - started).toBeGreaterThan(95)
  })

  it('limit the time', async () => {
    const budget = new Budget({ rate: 20, maxRequests: 100, maxTime: 90 })
    const allowed: boolean[] = []
    for (let count = 0; count < 4; count++) allowed.push(await budget.take())
    expect(allowed).toEqual([true, true, false, false])
    expect(budget.spent).toContain('--max-time')
  })
})

describe('secrets of --header', () => {
  it('reach the server but no report, even where the server repeats them', async () => {
    const url = await serve((request, response) => {
      response.setHeader('X-Echo', `${request.headers.authorization} ${request.headers.cookie}`)
      response.statusCode = request.headers.authorization === 'Bearer s3cret-token' ? 405 : 500
      response.end(request.headers.authorization)
    })
    for (const format of [['--json'], ['--sarif'], ['--junit'], []]) {
      const header = ['--header', 'Authorization: Bearer s3cret-token', '-H', 'Cookie: sid=c00kie-value; lang=en']
      const { stdout } = await audit(url, ...header, ...format)
      expect(stdout).not.toContain('s3cret-token')
      expect(stdout).not.toContain('c00kie-value')
    }
    const { report } = await auditJson(url, '--header', 'Authorization: Bearer s3cret-token')
    const [finding] = report.findings.filter(({ occurrences }) => occurrences[0]?.status === 405)
    expect(finding?.occurrences[0]?.transcript).toContain('> Authorization: Bearer ***')
  })
})

describe('secrets that the server sends', () => {
  it('are in no report', async () => {
    const url = await serve((_request, response) => {
      response.setHeader('Set-Cookie', 'session=s3ss10n-of-ada; Path=/')
      response.setHeader('X-Auth-Token', 't0ken-of-ada')
      response.setHeader('Location', '/next?code=c0de-of-ada')
      response.statusCode = 405
      response.end('no')
    })
    for (const format of [['--json'], ['--sarif'], ['--junit'], []]) {
      const { stdout } = await audit(url, ...format)
      expect(stdout).toContain('9110-15.5.6-allow')
      for (const secret of ['s3ss10n', 't0ken-of', 'c0de-of']) expect(stdout).not.toContain(secret)
    }
  })
})

describe('usage', () => {
  it('ends with 2 where a URL has credentials, and does not repeat the password', async () => {
    const { code, stderr } = await run('audit', 'http://user:passw0rd@127.0.0.1/')
    expect(code).toBe(2)
    expect(stderr).not.toContain('passw0rd')
  })
})
