import { inspect } from 'node:util'
import type { Exchange, RawResponse } from '../../test/support/raw-client.ts'
import type { Answer } from './step.ts'

/** A rule that was not obeyed. */
export class Miss extends Error {
  readonly what: string
  readonly expected: string
  readonly got: string

  constructor(what: string, expected: string, got: string) {
    super(`${what}: expected ${expected}, got ${got}`)
    this.what = what
    this.expected = expected
    this.got = got
  }
}

export function expectEqual(what: string, got: unknown, expected: unknown): void {
  if (show(got) !== show(expected)) throw new Miss(what, show(expected), show(got))
}

export function expectStatus(response: RawResponse, status: number): void {
  expectEqual('status', response.status, status)
}

/** @param expected its value, a pattern for it, the values of several lines, or undefined: it must be absent. */
export function expectField(
  response: RawResponse,
  name: string,
  expected: string | RegExp | readonly string[] | undefined,
): void {
  const lines = response.headers(name)
  const good =
    expected instanceof RegExp
      ? lines.length === 1 && expected.test(lines[0] ?? '')
      : show(lines) === show(expected === undefined ? [] : [expected].flat())
  if (!good) throw new Miss(name, expected === undefined ? 'no such field' : show(expected), show(lines))
}

/** The members of a field that is a list, in any order. */
export function expectMembers(response: RawResponse, name: string, expected: readonly string[]): void {
  const members = response.headers(name).flatMap((line) => line.split(/[\t ]*,[\t ]*/))
  expectEqual(name, members.toSorted(), expected.toSorted())
}

/** A problem document in JSON (RFC 9457 §3), with the status of the response and with these members. */
export function expectProblem(
  response: RawResponse,
  status: number,
  members: Readonly<Record<string, unknown>> = {},
): void {
  expectStatus(response, status)
  expectField(response, 'Content-Type', 'application/problem+json')
  expectField(response, 'Content-Length', String(response.body.length))
  expectNegotiated(response)
  // What happened just now says nothing about the next time.
  if (status >= 500) expectField(response, 'Cache-Control', 'no-store')
  const document = response.json()
  expectEqual('member status', Object(document).status, status)
  for (const [name, expected] of Object.entries(members)) {
    expectEqual(`member ${name}`, Object(document)[name], expected)
  }
}

/** A response whose format was chosen by Accept says so to caches (RFC 9110 §12.5.5), and lets nobody guess its type. */
export function expectNegotiated(response: RawResponse): void {
  expectField(response, 'Vary', /(?:^|, )Accept(?:,|$)/)
  expectField(response, 'X-Content-Type-Options', 'nosniff')
}

/** A response that ends with its header section, and says nothing of content. */
export function expectNoContent({ response, exchange }: Answer, status: number): void {
  expectStatus(response, status)
  // The client reads on until the connection ends: content would show up as an error of grammar.
  expectEqual('grammar', exchange.error, undefined)
  for (const name of ['Content-Type', 'Content-Length', 'Transfer-Encoding']) expectField(response, name, undefined)
}

/** What onMend was told, among other things: what became of the response, and by which rule. */
export function expectTold({ mends }: Answer, expected: string): void {
  const told = mends.map(({ action, rule }) => `${action} by ${rule.reference}`)
  if (!told.includes(expected)) throw new Miss('what onMend was told', show(expected), show(told))
}

/** Neither the head nor the content has any of these. */
export function expectNothingOf({ bytes }: Exchange, ...secrets: readonly string[]): void {
  const told = secrets.filter((secret) => bytes.includes(secret))
  if (told.length > 0) throw new Miss('the whole response', `nothing of ${show(secrets)}`, show(told))
}

function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: Infinity, compact: true })
}
