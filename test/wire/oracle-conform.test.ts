import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import compression from 'compression'
import fc from 'fast-check'
import compress from 'koa-compress'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/rules/index.ts'
import { asked, violationsOf } from '../support/audited.ts'
import { raw } from '../support/conforming.ts'
import { frameworks, type Handler, type Io, type TestApp } from '../support/frameworks.ts'
import { promised } from '../support/promised.ts'
import { serve } from '../support/serve.ts'

// What conform() promises of responses that handlers write by hand, with the rulebook as the oracle.

const runs = Number(process.env.ORACLE_RUNS ?? 150)

/** A response that a handler writes by hand, right or wrong. */
interface Written {
  readonly status: number
  readonly fields: readonly (readonly [string, string])[]
  readonly content: string
  readonly way: keyof typeof ways
  /** Whether with the framework's own methods; they give content a type. */
  readonly isOwn: boolean
}

type Field = readonly [name: string, value: string]

const field: fc.Arbitrary<Field> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Field>(['Content-Type', 'text/plain'], ['Content-Type', 'application/problem+json']),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Field>(
      ['Content-Length', '0'],
      ['Content-Length', '4'],
      ['Content-Length', '7'],
      ['Content-Length', 'x'],
      ['Transfer-Encoding', 'chunked'],
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Field>(
      ['Connection', 'close'],
      ['ETag', '"a"'],
      ['Last-Modified', 'Sun, 06 Nov 1994 08:49:37 GMT'],
      ['Content-Language', 'de'],
      ['Content-Range', 'bytes 0-3/9'],
      ['Cache-Control', 'public, max-age=60'],
      ['WWW-Authenticate', 'Basic realm="a"'],
      ['Allow', 'GET'],
      ['Location', '/there'],
      ['Vary', 'Accept-Encoding'],
    ),
  },
)

const ways = {
  end: (res: ServerResponse, content: string) => void res.end(content),
  'write, end': (res: ServerResponse, content: string) => {
    res.write(content)
    res.end()
  },
  'end with nothing': (res: ServerResponse) => void res.end(),
  'writeHead, end': (res: ServerResponse, content: string) => void res.writeHead(res.statusCode).end(content),
  pipe: (res: ServerResponse, content: string) =>
    void pipeline(Readable.from(content === '' ? [] : [content]), res, () => {}),
  flush: (res: ServerResponse, content: string) => {
    res.flushHeaders()
    res.end(content)
  },
} as const

const STREAMED: ReadonlySet<string> = new Set(['write, end', 'pipe', 'flush'])
// Of streamed content that has another length than it says the connection is cut: nothing else helps.
const isKnownTooLate = ({ way, fields }: Written): boolean =>
  STREAMED.has(way) && fields.some(([name]) => name === 'Content-Length')

const written: fc.Arbitrary<Written> = fc
  .record({
    status: fc.oneof(
      fc.constantFrom(200, 204, 205, 206, 304, 401, 404, 405, 416, 500, 503),
      fc.constantFrom(200, 201, 202, 301, 303, 400, 403, 409, 410, 418, 429, 451, 501, 504, 511),
    ),
    fields: fc.array(field, { maxLength: 4 }),
    content: fc.constantFrom('', 'text', 'ä', 'x'.repeat(3000)),
    isOwn: fc.boolean(),
    way: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
  })
  .filter((one) => !isKnownTooLate(one))

// koa-compress answers who refuses identity with a 406, but for HEAD.
const admitting = asked.filter(({ headers }) => headers?.['Accept-Encoding'] !== 'identity;q=0')

/** Writes it with node:http, or with the framework's own methods. */
function writing({ status, fields, content, way, isOwn }: Written): Handler {
  if (isOwn && way === 'end') {
    return (io) => {
      io.status(status)
      for (const [name, value] of fields) io.header(name, value)
      io.body(content)
    }
  }
  return raw((res) => {
    res.on('error', () => {})
    res.statusCode = status
    for (const [name, value] of fields) res.setHeader(name, value)
    ways[way](res, content)
  })
}

const EXPLAIN = ['9110-15.5-explain', '9110-15.6-explain']

function isPromised({ fields, way, content, isOwn }: Written, { id }: Rule): boolean {
  // Whoever ends HEAD with nothing may know what GET would have sent.
  const isLengthGiven = fields.some(([name]) => name === 'Content-Length')
  // (As Express does, in res.send().)
  const isNothing = way === 'end with nothing' || content === '' || (isOwn && isLengthGiven)
  if (id === '9110-8.6-head-content-length-equals-get') return !isNothing
  // Whoever sets a type, or sends the head ahead, means to say something.
  if (EXPLAIN.includes(id))
    return (
      !(isOwn && way === 'end') && !fields.some(([name]) => name === 'Content-Type') && !(STREAMED.has(way) && !content)
    )
  return promised.includes(id)
}

const before: TestApp['before'] = {
  express: [compression()],
  koa: [compress({ br: false })],
}

const variants: readonly (readonly [string, Partial<TestApp>])[] = [
  ['nothing else', {}],
  ['compression behind it', { before }],
  ['no problems()', { problems: false }],
]

describe.each(frameworks)('whatever is written by hand on $name', (framework) => {
  it.each(variants)('conform() keeps what it promises, with %s', async (_, app) => {
    let current: Written | undefined
    const handler = (io: Io): unknown => current && writing(current)(io)
    const server = await serve(framework, {
      ...app,
      conform: { onMend: () => {} },
      setup: { koa: (koa) => void koa.on('error', () => {}) },
      breaks: 'anything',
      routes: { '/': handler },
    })
    await fc.assert(
      fc.asyncProperty(written, admitting, async (one, parts) => {
        current = one
        const isWanted = (rule: Rule): boolean => isPromised(one, rule)
        expect(await violationsOf(server.port, parts, isWanted)).toEqual([])
      }),
      { numRuns: runs },
    )
  })
})
