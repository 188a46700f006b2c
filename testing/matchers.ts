import { audit, describeViolation, isMust } from '../src/audit/index.ts'
import type { Exchange } from '../src/rules/index.ts'
import { ExchangeView } from '../src/rules/index.ts'
import { type ConformanceOptions, explain, type Finding, judge } from './conformance.ts'
import { observe, type RequestOptions } from './observe.ts'

/** Members that a problem document has to have; those of an application's own as well. Values may be asymmetric matchers. */
export interface ExpectedProblem {
  /** Of the response and, where it has one, of the document. */
  readonly status?: unknown
  /** `about:blank` is what a document without a type has (RFC 9457 §3.1.1). */
  readonly type?: unknown
  readonly title?: unknown
  readonly detail?: unknown
  readonly instance?: unknown
  readonly [extension: string]: unknown
}

/** What vitest and jest give and take. */
interface MatcherContext {
  readonly isNot?: boolean
  equals(one: unknown, other: unknown): boolean
}

export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/**
 * For `expect.extend(matchers)` of vitest and jest. Responses of fetch and undici have to be awaited.
 *
 * @example
 * expect.extend(matchers)
 * expect(response).toConform()
 * expect(response).toBeProblem({ status: 404, type: 'https://example.com/problems/no-order' })
 */
export const matchers: {
  toConform(
    this: MatcherContext,
    response: unknown,
    options?: ConformanceOptions,
  ): MatcherResult | Promise<MatcherResult>
  toBeProblem(
    this: MatcherContext,
    response: unknown,
    expected?: ExpectedProblem,
    options?: { readonly request?: RequestOptions },
  ): MatcherResult | Promise<MatcherResult>
} = {
  toConform(response, options) {
    return settle(judge(response, options), (finding: Finding) => ({
      pass: finding.violations.length === 0,
      message: () => explain(finding),
    }))
  },

  toBeProblem(response, expected = {}, options = {}) {
    return settle(observe(response, options.request), (exchange) => {
      const differences = compare(exchange, expected, (one, other) => this.equals(one, other))
      return {
        pass: differences.length === 0,
        message: () =>
          differences.length === 0
            ? 'Expected another response than this problem.'
            : `Expected a problem (RFC 9457), but:\n\n${differences.join('\n\n')}`,
      }
    })
  },
}

function settle<From, To>(value: From | Promise<From>, then: (value: From) => To): To | Promise<To> {
  return value instanceof Promise ? value.then(then) : then(value)
}

/** What keeps a response from being the problem that is expected. */
function compare(
  exchange: Exchange,
  { status, ...members }: ExpectedProblem,
  equals: (one: unknown, other: unknown) => boolean,
): string[] {
  const { response } = new ExchangeView(exchange)
  const differences: string[] = []
  if (status !== undefined && !equals(response.status, status))
    differences.push(`The status is ${response.status}, not ${show(status)}.`)
  if (!response.isOfType('application/problem+json')) {
    differences.push(
      `The media type is ${response.get('content-type') ?? 'missing'}, not application/problem+json. ` +
        'A client that names another type in Accept may be answered in it; without Accept, problems() sends JSON.',
    )
    return differences
  }
  const document = response.json?.value
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    differences.push(
      'The content is no JSON object, or it cannot be read (it was read before, or has a content coding).',
    )
    return differences
  }
  const broken = audit(exchange, (rule) => rule.topic === 'problem-details' && isMust(rule))
  differences.push(...broken.map((violation) => describeViolation(violation)))
  const found: Readonly<Record<string, unknown>> = { type: 'about:blank', ...document }
  if (status !== undefined && found.status !== undefined && !equals(found.status, status))
    differences.push(`Its member status is ${show(found.status)}, not ${show(status)}.`)
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || equals(found[name], value)) continue
    const is = name in found ? `is ${show(found[name])}` : 'is missing'
    differences.push(`Its member ${name} ${is}, not ${show(value)}.`)
  }
  return differences
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
