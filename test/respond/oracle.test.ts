import fc from 'fast-check'
import { expect, it, onTestFinished, vi } from 'vitest'
import { audit, select } from '../../src/audit/index.ts'
import { createResponder, type FramedReply, type PendingFields, type RequestLike } from '../../src/respond/index.ts'
import type { Exchange, FieldLine, HttpVersion } from '../../src/rules/index.ts'
import { requests, responderOptions } from './circumstances.ts'
import { failures } from './failures.ts'
import { halfBuilt } from './half-built.ts'
import { THE_THROWERS } from './the-throwers.ts'

// The rulebook shares no code with the pipeline that it judges.

// ORACLE_RUNS: how many cases instead of the default.
const runs = Number(process.env.ORACLE_RUNS ?? 10_000)

const isWanted = select({ level: 'SHOULD', ignore: THE_THROWERS, decidedBy: 'server' })

type Value = string | number | readonly string[]

const linesOf = (fields: Iterable<readonly [string, Value | undefined]>): FieldLine[] =>
  [...fields].flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((line): FieldLine => [name, String(line).trim()]),
  )

/** A request and the reply to it, with what stays of the half-built response. */
function exchangeOf({ method = 'GET', httpVersion, headers }: RequestLike, reply: FramedReply, pending: PendingFields) {
  const version: HttpVersion = httpVersion === '2.0' ? '2' : httpVersion === '1.0' ? '1.0' : '1.1'
  const wire = new Map<string, Value | undefined>(Object.entries(pending))
  for (const name of reply.superseded) wire.delete(name)
  for (const [name, value] of Object.entries(reply.headers)) wire.set(name.toLowerCase(), value)
  return {
    request: { method, target: '/', version, fields: linesOf(Object.entries({ ...headers, host: 'localhost' })) },
    response: {
      version: version === '2' ? version : '1.1',
      status: reply.status,
      fields: linesOf(wire),
      content: new TextEncoder().encode(String(reply.body ?? '')),
      unsent: true,
    },
  } satisfies Exchange
}

it('no reply to whatever is thrown breaks a rule of level MUST or SHOULD', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  fc.assert(
    fc.property(failures, requests, halfBuilt, responderOptions, (failure, request, pending, options) => {
      const { resolve } = createResponder({ ...options, keepHeaders: [] })
      const thrown = failure.make()
      const earlier: Exchange[] = []
      for (const method of new Set(['GET', request.method ?? 'GET'])) {
        const asked = { ...request, method }
        const exchange = { ...exchangeOf(asked, resolve(thrown, asked, pending).reply, pending), earlier: [...earlier] }
        const broken = audit(exchange, isWanted).map(({ rule, what, evidence }) => `${rule.id}: ${what}\n${evidence}`)
        expect(broken, method).toEqual([])
        earlier.push(exchange)
      }
    }),
    { numRuns: runs },
  )
}, 120_000)
