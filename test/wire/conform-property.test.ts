import type { ServerResponse } from 'node:http'
import compression from 'compression'
import fc from 'fast-check'
import compress from 'koa-compress'
import { describe, expect, it } from 'vitest'
import { raw, serveConforming, undated } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

/** Something that a handler does to a response; Node may refuse it. */
type Step = readonly [name: string, run: (res: ServerResponse) => unknown]

const statuses = [200, 201, 204, 205, 206, 304, 401, 404, 405, 416, 426, 500, 503]
const fields: readonly (readonly [string, string | string[]])[] = [
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'application/problem+json'],
  ['Content-Encoding', 'identity'],
  ['Transfer-Encoding', 'chunked'],
  ['Connection', 'close'],
  ['Connection', 'keep-alive'],
  ['ETag', '"a"'],
  ['Allow', 'GET'],
  ['Retry-After', '7'],
  ['Set-Cookie', ['a=1', 'b=2']],
]
const contents = ['', 'text', Buffer.alloc(0), Buffer.from('bytes'), 'x'.repeat(20_000)]

const status = fc.constantFrom(...statuses)
const field = fc.constantFrom(...fields)
const content = fc.constantFrom(...contents)

const named = (name: string, run: Step[1]): Step => [name, run]

const step: fc.Arbitrary<Step> = fc.oneof(
  status.map((code) => named(`statusCode = ${code}`, (res) => Object.assign(res, { statusCode: code }))),
  field.map(([name, value]) => named(`setHeader(${name}, ${value})`, (res) => res.setHeader(name, value))),
  field.map(([name]) => named(`removeHeader(${name})`, (res) => res.removeHeader(name))),
  fc
    .tuple(status, fc.option(field), fc.constantFrom('object', 'list', 'pairs'), fc.option(fc.constant('My Own')))
    .map(([code, given, form, phrase]) =>
      named(`writeHead(${code}, ${phrase}, ${form} ${given})`, (res) => {
        const [name, value] = given ?? []
        const all =
          name === undefined
            ? []
            : [form === 'object' ? { [name]: value } : form === 'list' ? [name, value] : [[name, value]]]
        Reflect.apply(res.writeHead, res, [code, ...(phrase === null ? [] : [phrase]), ...all])
      }),
    ),
  content.map((chunk) => named(`write(${chunk.length})`, (res) => res.write(chunk))),
  fc.constant(named('write(null)', (res) => res.write(null))),
  fc.constant(named('flushHeaders()', (res) => res.flushHeaders())),
  fc.constant(named('a turn', () => new Promise(setImmediate))),
  fc.constant(named('end()', (res) => res.end())),
  content.map((chunk) => named(`end(${chunk.length})`, (res) => res.end(chunk))),
)

const length = fc
  .constantFrom('0', '4', '5', 'x')
  .map((value) => named(`setHeader(Content-Length, ${value})`, (res) => res.setHeader('Content-Length', value)))

const steps = fc.array(step, { maxLength: 6 })
const asked = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS'),
  version: fc.constantFrom('1.1', '1.0'),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { 'Accept-Encoding': 'gzip' },
    { Connection: 'close' },
    { Connection: 'keep-alive' },
  ),
} as const)

/** An application that does what it is told to, and ends what was not ended. */
function appDoing(current: { steps: readonly Step[] }): TestApp {
  const handler = raw(async (res) => {
    res.on('error', () => {})
    for (const [, run] of current.steps) {
      try {
        await run(res)
      } catch {
        // Node's refusals are tested elsewhere.
      }
    }
    if (!res.writableEnded) res.end()
  })
  return { routes: { '/': handler, '/next': (io) => io.body('next') } }
}

const names = (list: readonly Step[]): string => list.map(([name]) => name).join('; ')

const before: TestApp['before'] = {
  express: [compression({ threshold: 0 })],
  koa: [compress({ threshold: 0, br: false })],
}

const variants: readonly (readonly [string, Partial<TestApp>])[] = [
  ['its defaults', {}],
  ["mode: 'throw'", { conform: { mode: 'throw' } }],
  ['all that can be mended', { conform: { replacePlainText: true, fallbacks: { retryAfter: 7, upgrade: ['h2c'] } } }],
  ['compression behind it', { before }],
]

describe.each(frameworks)('whatever is done to a response on $name', (framework) => {
  it.each(variants)(
    'the client gets one response that ends, and then the next (RFC 9112 §6), with %s',
    async (_, app) => {
      const current: { steps: readonly Step[] } = { steps: [] }
      const { server } = await serveConforming(framework, { ...appDoing(current), ...app })
      await fc.assert(
        fc.asyncProperty(steps, asked, async (list, parts) => {
          current.steps = list
          const lasts =
            parts.headers.Connection === 'close' ||
            (parts.version === '1.0' && parts.headers.Connection !== 'keep-alive')
          const sent = [request(parts), ...(lasts ? [] : [request({ target: '/next' })])]
          const { responses, error } = await exchange(server.port, pipeline(sent), { timeoutMs: 3000 })
          expect(error, names(list)).toBeUndefined()
          expect(responses[0]?.complete, names(list)).toBe(true)
          expect(responses[0]?.status).toBeGreaterThanOrEqual(200)
          if (responses.length > 1) expect(responses[1]?.text(), names(list)).toBe('next')
          if (responses[0]?.status === 204) expect(responses[0].headers('Content-Length')).toEqual([])
          if (responses[0]?.status === 205) expect(responses[0].body).toHaveLength(0)
        }),
        { numRuns: 300 },
      )
    },
  )

  it("not a byte is changed by mode: 'report'", async () => {
    const current: { steps: readonly Step[] } = { steps: [] }
    const without = await serve(framework, { ...appDoing(current), breaks: 'anything' })
    const { server } = await serveConforming(framework, { ...appDoing(current), conform: { mode: 'report' } })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 9, arbitrary: step }, { weight: 1, arbitrary: length }), { maxLength: 6 }),
        asked,
        async (list, parts) => {
          current.steps = list
          const sent = request({ ...parts, headers: { ...parts.headers, Connection: 'close' } })
          const found = await exchange(server.port, sent, { timeoutMs: 200 })
          const expected = await exchange(without.port, sent, { timeoutMs: 200 })
          expect(undated(found.bytes), names(list)).toBe(undated(expected.bytes))
        },
      ),
      { numRuns: 300 },
    )
  })
})
