import { gunzipSync } from 'node:zlib'
import compression from 'compression'
import compress from 'koa-compress'
import { NotFound } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { type Framework, frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

type Placement = Pick<TestApp, 'before' | 'setup'>

const nowhere: Placement = {}
const inside: Placement = { before: { koa: [compress({ threshold: 0 })], express: [compression({ threshold: 0 })] } }
const outside: Placement = { setup: { koa: (app) => void app.use(compress({ threshold: 0 })) } }

const placements: readonly (readonly [string, Framework, Placement])[] = [
  ...frameworks.map((framework) => [framework.name, framework, nowhere] as const),
  ...frameworks.map((framework) => [`${framework.name} with compression`, framework, inside] as const),
  ...frameworks
    .filter(({ family }) => family === 'koa')
    .map((framework) => [`${framework.name} with compression outside problems()`, framework, outside] as const),
]

const overriding: Placement = {
  before: {
    koa: [
      (ctx, next) => {
        ctx.method = ctx.get('X-Method') || ctx.method
        return next()
      },
    ],
    express: [
      (req, _res, next) => {
        req.method = req.get('X-Method') ?? req.method
        next()
      },
    ],
  },
}

const detail = 'é'.repeat(2000)

/** Has announced content in chunks when it throws. */
const chunked = (placement: Placement): TestApp => ({
  ...placement,
  routes: {
    '/': (io) => {
      io.res.setHeader('Transfer-Encoding', 'chunked')
      throw new NotFound(detail)
    },
  },
})

describe.each(placements)('%s: a Transfer-Encoding set before the error', (_, framework, placement) => {
  it.each(['identity', 'gzip'])('leaves each pipelined answer delimited (Accept-Encoding: %s)', async (coding) => {
    const server = await serve(framework, chunked(placement))
    const asked = request({ headers: { 'Accept-Encoding': coding } })
    const headed = request({ method: 'HEAD', headers: { 'Accept-Encoding': coding } })
    const sent = pipeline([asked, headed, asked])
    const { responses, error, closed } = await exchange(server.port, sent, { timeoutMs: 2000 })
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map(({ status }) => status)).toEqual([404, 404, 404])
    for (const response of [responses[0], responses[2]]) {
      expect(response?.framing).toMatch(/^(?:chunked|content-length)$/)
      expect(JSON.parse(response === undefined ? '' : decoded(response))).toMatchObject({ status: 404, detail })
    }
  })
})

describe.each(frameworks)('$name', (framework) => {
  it('a method overridden to HEAD does not leave a Transfer-Encoding without chunks (RFC 9112 §7.1)', async () => {
    const server = await serve(framework, { ...chunked(overriding), breaks: ['9110-15.5-explain'] })
    const asked = request({ headers: { 'X-Method': 'HEAD' } })
    const { responses, error, closed } = await exchange(server.port, pipeline([asked, request()]), { timeoutMs: 2000 })
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses).toMatchObject([
      { status: 404, complete: true },
      { status: 404, complete: true },
    ])
  })
})

function decoded(response: RawResponse): string {
  return response.header('Content-Encoding') === 'gzip' ? gunzipSync(response.body).toString() : response.text()
}
