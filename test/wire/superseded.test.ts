import createError from 'http-errors'
import { bearer, NotFound, Unauthorized, UnsupportedMediaType } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

/** What spoke of a success, or of another failure: none of it is true of the error. */
const stale: Readonly<Record<string, string>> = {
  'Content-Length': '99999',
  'Content-Encoding': 'gzip',
  'Content-Language': 'de',
  'Content-Location': '/report.csv',
  'Content-Range': 'bytes 0-9/10',
  'Content-Disposition': 'attachment; filename="report.csv"',
  'Content-MD5': 'x',
  'Content-Digest': 'sha-256=:AA==:',
  'Repr-Digest': 'sha-256=:AA==:',
  Digest: 'x',
  ETag: '"v1"',
  'Last-Modified': 'Wed, 21 Oct 2015 07:28:00 GMT',
  'Cache-Control': 'public, max-age=31536000, immutable',
  Expires: 'Wed, 21 Oct 2065 07:28:00 GMT',
  Age: '5',
  Pragma: 'public',
  'Accept-Ranges': 'bytes',
  Location: '/made',
  'Transfer-Encoding': 'chunked',
  Trailer: 'X-Sum',
  Refresh: '1',
  SourceMap: '/a.map',
  'CDN-Cache-Control': 'max-age=600',
  'Cloudflare-CDN-Cache-Control': 'max-age=600',
  'Surrogate-Control': 'max-age=600',
  'Surrogate-Key': 'k',
  'Cache-Tag': 'k',
  'X-Accel-Redirect': '/protected/a',
  'X-Accel-Expires': '600',
  'X-Sendfile': '/a',
  Allow: 'GET',
  'Retry-After': '5',
  'WWW-Authenticate': 'Basic realm="stale"',
  'Proxy-Authenticate': 'Basic realm="stale"',
  IM: 'feed',
  'Delta-Base': '"v0"',
  'Authentication-Info': 'nextnonce="stale"',
  'Preference-Applied': 'return=minimal',
  Accept: 'text/csv',
  'Accept-Encoding': 'gzip',
  'Accept-Patch': 'text/csv',
  'Accept-Post': 'text/csv',
  'Accept-Query': '"text/csv"',
  Link: '</style.css>; rel=preload; as=style',
}

/** What is true of any response of this application. */
const lasting: Readonly<Record<string, string | string[]>> = {
  'X-Request-Id': '7',
  'Set-Cookie': ['a=1', 'b=2; Path=/'],
  'Access-Control-Allow-Origin': 'https://app.example',
  'Access-Control-Expose-Headers': 'X-Request-Id',
  'Strict-Transport-Security': 'max-age=600',
  'Content-Security-Policy': "default-src 'self'",
  'RateLimit-Policy': '"default";q=100;w=10',
  'X-RateLimit-Remaining': '3',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  'Server-Timing': 'db;dur=5',
  'Reporting-Endpoints': 'main="https://reports.example/"',
}

function halfBuilt(fields: Readonly<Record<string, string | string[]>>, thrown: unknown): TestApp {
  return {
    routes: {
      '/': (io) => {
        for (const [name, value] of Object.entries(fields)) io.header(name, value)
        throw thrown
      },
    },
  }
}

describe.each(frameworks)('$name', (framework) => {
  it.each(Object.keys(stale).filter((name) => name !== 'Content-Length'))(
    '%s of the half-built response is gone',
    async (name) => {
      const server = await serve(framework, halfBuilt({ [name]: stale[name] ?? '' }, new NotFound()))
      const response = await answerOf(server)
      expect(response.headers(name)).toEqual([])
      expect(response).toMatchObject({ status: 404, framing: 'content-length' })
    },
  )

  it('all of them at once leave one valid response', async () => {
    const server = await serve(framework, halfBuilt({ ...stale, 'Content-Type': 'text/csv' }, createError(409)))
    const response = await answerOf(server)
    expect(response.headers('Content-Type')).toEqual(['application/problem+json'])
    expect(response.headers('Content-Length')).toEqual([String(response.body.length)])
    expect(response.json()).toMatchObject({ status: 409 })
  })

  it('what an error brings itself takes the place of what was there', async () => {
    const thrown = new Unauthorized({ challenges: [bearer({ realm: 'api' })] })
    const response = await answerOf(await serve(framework, halfBuilt(stale, thrown)))
    expect(response.headers('WWW-Authenticate')).toEqual(['Bearer realm="api"'])
    expect(response.headers('Cache-Control')).toEqual(['no-store'])
  })

  it('what a 415 does not say itself is not said by a field set before (RFC 9110 §12.5.3)', async () => {
    const fields = { 'Accept-Encoding': 'gzip', Accept: 'text/csv' }
    const thrown = new UnsupportedMediaType({ accept: ['application/json'] })
    const response = await answerOf(await serve(framework, halfBuilt(fields, thrown)))
    expect(response.status).toBe(415)
    expect(response.headers('Accept-Encoding')).toEqual([])
    expect(response.headers('Accept')).toEqual(['application/json'])
  })

  it.each(Object.entries(lasting))('%s stays', async (name, value) => {
    // Tests have no TLS.
    const breaks = name === 'Strict-Transport-Security' ? ['6797-7.2-hsts-not-over-http'] : []
    const app = halfBuilt({ ...stale, [name]: value }, new NotFound())
    const response = await answerOf(await serve(framework, { ...app, breaks }))
    expect(response.headers(name)).toEqual([value].flat())
  })

  it('Vary is merged, not replaced (RFC 9110 §12.5.5)', async () => {
    const response = await answerOf(await serve(framework, halfBuilt({ Vary: 'Origin, accept' }, new NotFound())))
    expect(response.headers('Vary')).toEqual(['Origin, accept'])
    const other = await answerOf(await serve(framework, halfBuilt({ Vary: 'Origin' }, new NotFound())))
    expect(other.headers('Vary')).toEqual(['Origin, Accept'])
  })

  it('a Link that asks for no preload stays', async () => {
    const links = ['</terms>; rel=license', '</a.css>; rel=preload; as=style']
    const response = await answerOf(await serve(framework, halfBuilt({ Link: links }, new NotFound())))
    expect(response.headers('Link')).toEqual(['</terms>; rel=license'])
  })

  it('an HTML error page brings its own Content-Security-Policy', async () => {
    const fields = { 'Content-Security-Policy': "default-src 'unsafe-inline'" }
    const server = await serve(framework, halfBuilt(fields, new NotFound()))
    const response = await answerOf(server, { headers: { Accept: 'text/html' } })
    expect(response.header('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  })

  it('keepHeaders keeps what the application lists', async () => {
    const server = await serve(framework, { ...halfBuilt(stale, new NotFound()), problems: { keepHeaders: ['age'] } })
    const response = await answerOf(server)
    expect(response.header('Age')).toBe('5')
    expect(response.headers('ETag')).toEqual([])
  })

  it('the reason phrase of the half-built response is gone', async () => {
    const server = await serve(framework, {
      routes: {
        '/': (io) => {
          io.res.statusMessage = 'Fine'
          throw new NotFound()
        },
      },
    })
    expect(await answerOf(server)).toMatchObject({ status: 404, reason: 'Not Found' })
  })

  it('nothing of a 204 or 304 that was set before is left', async () => {
    for (const status of [204, 205, 304]) {
      const server = await serve(framework, {
        routes: {
          '/': (io) => {
            io.status(status)
            throw new NotFound('here')
          },
        },
      })
      expect((await answerOf(server)).json()).toMatchObject({ status: 404, detail: 'here' })
    }
  })
})
