import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import type { Reply } from 'statuswise'
import {
  accepted,
  created,
  found,
  movedPermanently,
  multipleChoices,
  noContent,
  notModified,
  permanentRedirect,
  preconditions,
  representation,
  resetContent,
  seeOther,
  temporaryRedirect,
} from 'statuswise'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { select } from '../../src/audit/index.ts'
import type { Exchange, Rule } from '../../src/rules/index.ts'
import { type Failure, failures } from '../respond/failures.ts'
import { halfBuilt } from '../respond/half-built.ts'
import { isTheThrowers } from '../respond/the-throwers.ts'
import { asked, violationsOf } from '../support/audited.ts'
import { frameworks, type Io, type TestApp } from '../support/frameworks.ts'
import { serve } from '../support/serve.ts'
import { send } from '../support/streamed-replies.ts'

// Over the wire, with the rulebook as the oracle. ORACLE_RUNS: how many cases instead of the default.
const runs = Number(process.env.ORACLE_RUNS ?? 100)

const isBinding = select({ level: 'SHOULD', ignore: [], decidedBy: 'server' })
const isOfThePipeline = (rule: Rule, exchange: Exchange): boolean => isBinding(rule) && !isTheThrowers(rule, exchange)

/** What a handler does before it throws. */
interface Case {
  readonly failure: Failure
  readonly pending: Readonly<Record<string, unknown>>
  readonly status: number
}

const cases: fc.Arbitrary<Case> = fc.record({
  failure: failures,
  pending: halfBuilt as fc.Arbitrary<Readonly<Record<string, unknown>>>,
  status: fc.constantFrom(200, 201, 204, 205, 206, 304, 400, 404, 500),
})

const problems: readonly (readonly [string, TestApp['problems']])[] = [
  ['its defaults', {}],
  [
    'every format and without default details',
    {
      formats: [
        ...(['text/html', 'text/plain', 'application/xml', 'application/problem+xml'] as const),
        ...(['application/json', 'application/problem+json'] as const),
      ],
      defaultDetail: false,
    },
  ],
]

describe.each(frameworks)('on $name', (framework) => {
  it.each(problems)('whatever is thrown, the answer breaks no rule, with %s', async (_, options) => {
    let current: Case | undefined
    const handler = (io: Io): void => {
      const { failure, pending = {}, status = 200 } = current ?? {}
      io.status(status)
      for (const [name, value] of Object.entries(pending)) io.header(name, value as string)
      throw failure?.make()
    }
    const server = await serve(
      framework,
      {
        problems: { onProblem: () => {}, ...(options as object) },
        setup: { koa: (app) => void app.on('error', () => {}) },
        breaks: 'anything',
        routes: { '/': handler },
      },
      { handle: 'all' },
    )
    await fc.assert(
      fc.asyncProperty(cases, asked, async (one, parts) => {
        current = one
        expect(await violationsOf(server.port, parts, isOfThePipeline)).toEqual([])
      }),
      { numRuns: runs },
    )
    expect(server.errors).toEqual([])
  })

  it('no reply breaks a rule, whoever asks', async () => {
    let current = replies.noContent
    // A date in the future is sent, and compared with, as the present, which is to be the same for both.
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const routes = { '/': (io: Io) => send(io, current?.(io) ?? noContent()) }
    const server = await serve(framework, { routes, breaks: THE_HANDLERS })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(replies)), asked, async (name, parts) => {
        current = replies[name]
        expect(
          await violationsOf(
            server.port,
            parts,
            select({ level: 'SHOULD', ignore: THE_HANDLERS, decidedBy: 'server' }),
          ),
          name,
        ).toEqual([])
      }),
      { numRuns: runs },
    )
  })
})

/** These handlers answer every method alike, OPTIONS, PUT and DELETE, too, and most of them whatever the condition. */
const THE_HANDLERS: readonly string[] = [
  '9110-13.1.1-if-match-star',
  '9110-9.3.7-200-options-lists-features',
  '9110-13.1.2-put-if-none-match-star-conflict',
  '9110-13.1.1-if-match-evaluate',
]

const long = 'a long text; '.repeat(300)
const lastModified = new Date('1994-11-06T08:49:37Z')
const described = { etag: '"a"', lastModified, cacheControl: 'max-age=60', vary: 'Origin' }
const text = 'text/plain; charset=utf-8'

const replies: Readonly<Record<string, (io: Io) => Reply>> = {
  noContent: () => noContent(),
  'noContent with fields': () => noContent({ headers: { ETag: '"a"' } }),
  resetContent: () => resetContent(),
  created: () => created('/orders/7'),
  'created with content': () => created('/orders/7', { body: 'made', type: text }),
  accepted: () => accepted(),
  'accepted with content': () => accepted({ body: 'later', type: text, location: '/jobs/7' }),
  movedPermanently: () => movedPermanently('/there'),
  found: () => found('/there?a=b c'),
  seeOther: () => seeOther('https://shop.example/über'),
  temporaryRedirect: () => temporaryRedirect('//shop.example/'),
  permanentRedirect: () => permanentRedirect('../there'),
  multipleChoices: () =>
    multipleChoices([
      { location: '/report.pdf', type: 'application/pdf' },
      { location: '/report.html', type: 'text/html', title: 'The "report"' },
    ]),
  'representation of text': ({ req }) => representation(req, { body: 'text' }),
  'representation of nothing': ({ req }) => representation(req, { body: '', ...described }),
  'representation of long text': ({ req }) => representation(req, { body: long, type: 'text/html', ...described }),
  'representation of bytes': ({ req }) => representation(req, { body: Buffer.from(long), etag: 'W/"a"' }),
  'representation of a function': ({ req }) =>
    representation(req, {
      body: (start, end) => Readable.from([Buffer.from(long).subarray(start, end + 1)]),
      size: 3900,
      ...described,
    }),
  'representation without ranges': ({ req }) => representation(req, { body: long, acceptRanges: false, lastModified }),
  'representation from the future': ({ req }) =>
    representation(req, { body: long, lastModified: new Date(Date.now() + 86_400_000) }),
  preconditions: ({ req }) => preconditions(req, described) ?? noContent({ headers: { ETag: '"b"' } }),
  'preconditions that are required': ({ req }) => preconditions(req, { ...described, required: true }) ?? noContent(),
  'preconditions before anything exists': ({ req }) => preconditions(req, { exists: false }) ?? created('/orders/7'),
  notModified: ({ req }) =>
    /^(?:GET|HEAD)$/.test(req.method ?? '') && hasOnlyTag(req)
      ? notModified(described)
      : representation(req, { body: 'text', ...described }),
}

function hasOnlyTag({ headers }: IncomingMessage): boolean {
  return (
    headers['if-none-match'] === '"a"' &&
    headers['if-match'] === undefined &&
    headers['if-unmodified-since'] === undefined
  )
}
