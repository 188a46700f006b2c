import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createResponder, type PendingFields, type RequestLike, type Resolution } from '../../src/respond/index.ts'
import { DESCRIBING, GROWING, MISLEADING, pendingFields, requests, responderOptions, STAYING } from './circumstances.ts'
import { failures, SECRET } from './failures.ts'

type Lines = string | number | readonly string[]

/** The header fields that go on the wire, by lower-case name: the reply's over what stays of the half-built response. */
function onTheWire({ reply }: Resolution, pending: PendingFields): ReadonlyMap<string, Lines> {
  const wire = new Map<string, Lines>()
  for (const [name, value] of Object.entries(pending)) if (value !== undefined) wire.set(name, value)
  for (const name of reply.superseded) wire.delete(name)
  for (const [name, value] of Object.entries(reply.headers)) wire.set(name.toLowerCase(), value)
  return wire
}

const linesOf = (value: Lines | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'object' ? value : [String(value)]

const TYPES = [
  ...['application/problem+json', 'application/json', 'application/problem+xml', 'application/xml'],
  ...['text/html; charset=utf-8', 'text/plain; charset=utf-8'],
]

// The parser refuses names such as __proto__, which are names like others in XML.
const parser = new XMLParser({ parseTagValue: false, transformTagName: (name) => `x-${name}` })

/** The status that a body says it is about; it is an error if it cannot be read as what it is sent as. */
function statusIn(body: string, type: string): number {
  if (type.endsWith('json')) return JSON.parse(body).status
  if (type.endsWith('xml')) {
    expect(XMLValidator.validate(body)).toBe(true)
    return Number(parser.parse(body)['x-problem']['x-status'])
  }
  if (type.startsWith('text/plain')) return Number.parseInt(body, 10)
  expect(body).not.toMatch(/<script|<img/)
  return Number(/<h1[^>]*>(\d+) /.exec(body)?.[1])
}

function expectValidHeader({ reply }: Resolution, request: RequestLike): void {
  const names = Object.keys(reply.headers)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  for (const [name, value] of Object.entries(reply.headers)) {
    expect(name).toMatch(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/)
    expect(linesOf(value).length).toBeGreaterThan(0)
    for (const line of linesOf(value)) expect(line).toMatch(/^(?:[!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?$/)
    if (request.httpVersion === '2.0')
      expect(name).not.toMatch(/^(?:connection|keep-alive|upgrade|transfer-encoding)$/i)
  }
}

function expectValidContent({ reply }: Resolution, wire: ReadonlyMap<string, Lines>): void {
  const type = String(wire.get('content-type'))
  expect(TYPES).toContain(type)
  expect(reply.body).toBeTypeOf('string')
  expect(statusIn(String(reply.body), type)).toBe(reply.status)
  expect(wire.get('content-length')).toBe(String(Buffer.byteLength(String(reply.body))))
  for (const name of ['transfer-encoding', 'content-encoding', 'trailer']) expect(wire.has(name)).toBe(false)
  expect(wire.get('x-content-type-options')).toBe('nosniff')
}

/** RFC 9110 §15.5.2, §15.5.6, §15.5.8, §15.5.22. */
const OWED: Readonly<Record<number, string>> = {
  401: 'www-authenticate',
  405: 'allow',
  407: 'proxy-authenticate',
  426: 'upgrade',
}

function expectOwedField(status: number, wire: ReadonlyMap<string, Lines>, request: RequestLike): void {
  const owed = OWED[status]
  if (owed === undefined || (owed === 'upgrade' && request.httpVersion === '2.0')) return
  expect(wire.has(owed)).toBe(true)
  if (owed !== 'allow') expect(String(wire.get(owed))).not.toBe('')
}

function expectSuperseded(
  { reply }: Resolution,
  pending: PendingFields,
  wire: ReadonlyMap<string, Lines>,
  keepHeaders: readonly string[] = [],
): void {
  const own = new Set(Object.keys(reply.headers).map((name) => name.toLowerCase()))
  for (const name of DESCRIBING) if (!own.has(name)) expect(wire.has(name)).toBe(false)
  for (const name of MISLEADING) {
    if (!own.has(name)) expect(wire.get(name)).toEqual(keepHeaders.includes(name) ? pending[name] : undefined)
  }
  for (const name of STAYING) expect(wire.get(name)).toEqual(pending[name])
  expect(String(wire.get('link'))).not.toMatch(/rel="?preload/)
  const trimmed = (value: Lines | undefined): string[] => linesOf(value).map((line) => line.trim())
  // A cookie stays, unless the problem sets one of that name anew (RFC 6265 §4.1.1).
  const cookies = trimmed(wire.get('set-cookie'))
  const lost = trimmed(pending['set-cookie']).filter((cookie) => !cookies.includes(cookie))
  const names = new Set(cookies.map((cookie) => /^[^=;]*=/.exec(cookie)?.[0]))
  for (const cookie of lost) expect(names).toContain(/^[^=;]*=/.exec(cookie)?.[0] ?? cookie)
}

// ORACLE_RUNS: how many cases instead of the default.
const runs = Number(process.env.ORACLE_RUNS ?? 10_000)

describe('whatever is thrown, whoever asked, and whatever was half built', () => {
  const warn = vi.spyOn(console, 'warn')
  beforeAll(() => {
    warn.mockImplementation(() => {})
  })
  afterAll(() => {
    warn.mockRestore()
  })

  it('the reply is valid, complete, and says nothing that it must not', () => {
    const seen = { statuses: new Set<number>(), types: new Set<unknown>() }
    fc.assert(
      fc.property(failures, requests, pendingFields, responderOptions, (failure, request, pending, options) => {
        const thrown = failure.make()
        const { resolve } = createResponder(options)
        const resolution = resolve(thrown, { ...request, method: 'GET' }, pending)
        const { reply, problem, dropped } = resolution
        const wire = onTheWire(resolution, pending)

        expect(dropped.filter(({ kind }) => kind === 'reply')).toEqual([])
        expect(reply.status).toBe(problem.status)
        expect(Number.isInteger(reply.status) && reply.status >= 400 && reply.status <= 599).toBe(true)
        expectValidHeader(resolution, request)
        expectValidContent(resolution, wire)
        expectOwedField(reply.status, wire, request)
        expectSuperseded(resolution, pending, wire, options.keepHeaders)
        if (options.formats?.length !== 1) expect(String(wire.get('vary'))).toMatch(/(?:^|, )(?:Accept|\*)(?:,|$)/i)
        expect(JSON.stringify(reply)).not.toContain(SECRET)

        const asked = resolve(thrown, request, pending)
        expect(asked.reply).toEqual({ ...reply, body: request.method === 'HEAD' ? undefined : reply.body })
        seen.statuses.add(reply.status)
        seen.types.add(wire.get('content-type'))
      }),
      { numRuns: runs },
    )
    // What was generated has to be worth something.
    expect(seen.types.size).toBe(TYPES.length)
    expect(seen.statuses.size).toBeGreaterThan(100)
    expect(GROWING.every((name) => !MISLEADING.includes(name))).toBe(true)
  }, 120_000)
})
