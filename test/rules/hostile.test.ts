import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  tuple,
  uint8Array,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { examples } from '../../src/rules/examples/index.ts'
import {
  type Exchange,
  ExchangeView,
  exchangeOf,
  type FieldLine,
  type HttpVersion,
  ruleOf,
  rules,
} from '../../src/rules/index.ts'

/** Every field that a rule is asked for or that stands in an example, and every value that such a field has there. */
const seen = examples.flatMap(({ passes, breaks }) => [...passes, ...breaks]).map(exchangeOf)
const lines: readonly FieldLine[] = seen.flatMap(({ request, response }) => [
  ...(request?.fields ?? []),
  ...response.fields,
])
const names = [...new Set([...rules.flatMap(({ fields = [] }) => fields), ...lines.map(([name]) => name)])]
const values = [...new Set(lines.map(([, value]) => value))]
const methods = [...new Set(seen.map(({ request }) => request?.method ?? 'GET'))]

const ODD = [
  '',
  ' ',
  ',',
  ',,',
  ';',
  '=',
  '"',
  '"\\',
  '\\',
  '<',
  '<>',
  '*',
  '*/*',
  '/',
  '%',
  '%zz',
  '-',
  '--',
  '0',
  '-1',
  '1e9',
]
const text = oneof(
  constantFrom(...ODD, ...values),
  string({ unit: 'binary', maxLength: 40 }),
  array(constantFrom(...ODD, ...values), { maxLength: 6 }).map((parts) => parts.join('')),
  array(constantFrom(...ODD, ...values), { maxLength: 6 }).map((parts) => parts.join(', ')),
)
const name = oneof({ weight: 9, arbitrary: constantFrom(...names) }, { weight: 1, arbitrary: text })
const fields: Arbitrary<FieldLine[]> = array(tuple(name, text), { maxLength: 12 })
const status = oneof(
  integer({ min: 1, max: 999 }),
  constantFrom(Number.NaN, 0, -1, 200.5, 1e9, 200, 206, 304, 401, 412, 416),
)
const version = constantFrom<HttpVersion[]>('1.0', '1.1', '2', '3')
const size = option(oneof(integer({ min: 0, max: 20 }), constant(Number.NaN)), { nil: undefined })
const truth = constantFrom(true, false, undefined)
const content = option(
  oneof(
    uint8Array({ maxLength: 40 }),
    constantFrom(...seen.map(({ response }) => response.content ?? new Uint8Array())),
    text.map((each) => new TextEncoder().encode(each)),
  ),
  { nil: undefined },
)
const request = record({
  method: oneof(constantFrom(...methods), text),
  target: oneof(constantFrom('/', '*', '/a?b', 'http://a/b', 'a:443'), text),
  version,
  fields,
  contentLength: size,
  secure: truth,
})
const interim = array(record({ version, status, reason: text, fields }), { maxLength: 2 })
const response = record({
  version,
  status,
  reason: option(text, { nil: undefined }),
  fields,
  combined: truth,
  head: option(text, { nil: undefined }),
  content,
  contentLength: size,
  trailers: option(fields, { nil: undefined }),
  complete: truth,
  chunkFault: option(text, { nil: undefined }),
  surplus: size,
  closed: truth,
})
const single: Arbitrary<Exchange> = record({
  request: option(request, { nil: undefined }),
  interim: option(interim, { nil: undefined }),
  response,
})

/** An exchange of an example, so that rules look closer, with other values in some of its fields. */
const altered: Arbitrary<Exchange> = tuple(constantFrom(...seen), array(tuple(integer({ min: 0, max: 30 }), text))).map(
  ([exchange, changes]) => {
    const change = (before: readonly FieldLine[]): FieldLine[] =>
      before.map((line, at) => [line[0], changes.find(([index]) => index === at)?.[1] ?? line[1]])
    const { request, response } = exchange
    return {
      ...exchange,
      request: request && { ...request, fields: change(request.fields) },
      response: { ...response, fields: change(response.fields) },
    }
  },
)
const one = oneof(single, altered)
const anyExchange: Arbitrary<Exchange> = tuple(one, option(array(one, { maxLength: 3 }), { nil: undefined })).map(
  ([exchange, earlier]) => (earlier === undefined ? exchange : { ...exchange, earlier }),
)

const UNSAFE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

describe('an exchange with a hostile server or client', () => {
  it('makes no rule throw, and no text that is long or rewrites a terminal', () => {
    const check = (exchange: Exchange): void => {
      for (const { rule, what, evidence } of audit(exchange)) {
        expect(what.length, rule.id).toBeLessThanOrEqual(8000)
        expect(what, rule.id).not.toMatch(UNSAFE)
        expect(what, rule.id).not.toContain('\n')
        expect(evidence.length, rule.id).toBeLessThanOrEqual(160_000)
        expect(evidence, rule.id).not.toMatch(UNSAFE)
      }
    }
    assert(property(anyExchange, check), { numRuns: 3000 })
  })

  it.each([200, 206, 304, 401, 404, 412, 416, 429, 503])('has no evidence as large as the fields of a %i', (code) => {
    const large = names.map((each): FieldLine => [each, 'a, "\\'.repeat(20_000)])
    const exchange = exchangeOf('> GET /a HTTP/1.1\n< HTTP/1.1 200 OK')
    const found = audit({ ...exchange, response: { ...exchange.response, status: code, fields: large } })
    expect(found.length).toBeGreaterThan(20)
    for (const { rule, what, evidence } of found) {
      expect(what.length, rule.id).toBeLessThanOrEqual(1001)
      expect(evidence.length, rule.id).toBeLessThanOrEqual(41 * 502)
    }
  })
})

const LENGTH = 200_000
const NUMBERS = Array.from({ length: LENGTH / 8 }, (_, at) => at)
const ELEMENTS = NUMBERS.map((number) => `a${number}`).join(', ')
const PARAMETERS = NUMBERS.map((number) => `a${number}=b`).join('; ')

/** What makes a value so long that a rule which takes more than linear time takes minutes. */
const growths: Readonly<Record<string, (value: string) => string>> = {
  'itself again and again': (value) => `${value || 'a'}, `.repeat(LENGTH / (value.length + 3)),
  'many different elements': (value) => `${value}, ${ELEMENTS}`,
  'many different parameters': (value) => `${value}; ${PARAMETERS}`,
  'quotes and backslashes': (value) => value + '"\\'.repeat(LENGTH / 2),
  blanks: (value) => `${value}${' '.repeat(LENGTH)}x`,
}

function grown(exchange: Exchange, grow: (value: string) => string): Exchange {
  const all = (lines: readonly FieldLine[]): FieldLine[] =>
    lines.map(([name, value]) => [name, /^(?:date|host)$/i.test(name) ? value : grow(value)])
  const { request, response, earlier } = exchange
  const { content } = response
  return {
    request: request && { ...request, fields: all(request.fields) },
    response: {
      ...response,
      fields: all(response.fields),
      content: content && new TextEncoder().encode(grow(new TextDecoder().decode(content))),
    },
    earlier: earlier?.map((before) => grown(before, grow)),
  }
}

describe.each(Object.keys(growths))('fields and contents of 200 kB: %s', (growth) => {
  const grow = growths[growth] ?? String

  it.each([...new Set(rules.map(({ topic }) => topic))])(
    'are read in linear time by the rules of %s',
    (topic) => {
      for (const { rule: id, breaks } of examples) {
        const rule = ruleOf(id)
        if (rule?.topic !== topic) continue
        const view = new ExchangeView(grown(exchangeOf(breaks[0] ?? ''), grow))
        if (rule.applies?.(view) !== false) rule.check(view)
      }
    },
    60_000,
  )
})
