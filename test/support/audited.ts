import fc from 'fast-check'
import { audit } from '../../src/audit/index.ts'
import type { Exchange, Rule } from '../../src/rules/index.ts'
import { exchangesOf } from './oracle.ts'
import { exchange, pipeline, request } from './raw-client.ts'
import type { RequestParts } from './requests.ts'

const range = fc.constantFrom(
  ...['*/*', 'application/*', 'text/*', 'application/json', 'application/problem+json', 'application/problem+xml'],
  ...['application/xml', 'text/html', 'text/plain', 'image/png', 'text/html;charset=utf-8', 'no media range', '*'],
)

const accept = fc.oneof(
  fc
    .array(fc.tuple(range, fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', ';q=7')), { minLength: 1, maxLength: 4 })
    .map((ranges) => ranges.map((parts) => parts.join('')).join(', ')),
  fc.constant('a/b,'.repeat(2000)),
)

/** Stands for what the GET before had in ETag or Last-Modified. */
const OWN = 'its own'

const fields = fc.record(
  {
    Accept: fc.oneof(accept, fc.array(accept, { maxLength: 2 })),
    'Accept-Encoding': fc.constantFrom('gzip', 'identity;q=0', '*'),
    Authorization: fc.constantFrom('Basic YTpi', 'Bearer a', 'Bearer', 'Digest username="a"', 'DPoP a', 'X-Y z', '?'),
    Cookie: fc.constantFrom('a=1', '='),
    Connection: fc.constantFrom('close', 'keep-alive'),
    Origin: fc.constant('https://app.example'),
    Prefer: fc.constantFrom('return=minimal', 'respond-async'),
    Range: fc.constantFrom('bytes=0-4', 'bytes=-5', 'bytes=9000-', 'bytes=0-1, 900-901', 'bytes=5-1', 'items=0-1'),
    'If-Range': fc.constantFrom(OWN, '"a"', 'W/"a"', '"b"', 'Sun, 06 Nov 1994 08:49:37 GMT', 'x'),
    'If-Match': fc.constantFrom(OWN, '*', '"a"', '"b", W/"a"', 'x'),
    'If-None-Match': fc.constantFrom(OWN, '*', '"a"', 'W/"a"', '"b"', 'x'),
    'If-Modified-Since': fc.constantFrom(OWN, 'Sun, 06 Nov 1994 08:49:37 GMT', 'Sat, 05 Nov 1994 08:49:37 GMT', 'x'),
    'If-Unmodified-Since': fc.constantFrom(OWN, 'Sun, 06 Nov 1994 08:49:37 GMT', 'Sat, 05 Nov 1994 08:49:37 GMT', 'x'),
  },
  { requiredKeys: [] },
)

/** Any request that node:http passes on. */
export const asked: fc.Arbitrary<RequestParts> = fc
  .record({
    method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
    version: fc.constantFrom('1.1', '1.1', '1.0'),
    headers: fields as fc.Arbitrary<Record<string, string | readonly string[]>>,
    body: fc.constantFrom(undefined, undefined, 'a=b'),
  } as const)
  .map(({ body, ...parts }) => (body === undefined || parts.method === 'GET' ? parts : { ...parts, body }))

/**
 * Sends a request, and before it GET and HEAD with the same fields, and tells of each rule that one of
 * the answers breaks, by itself or beside those before it.
 *
 * @param isWanted which rules are asked
 */
export async function violationsOf(
  port: number,
  parts: RequestParts,
  isWanted: (rule: Rule, exchange: Exchange) => boolean,
): Promise<string[]> {
  const { body: _, ...plain } = parts
  const all = [{ ...plain, method: 'GET' }, { ...plain, method: 'HEAD' }, parts]
  const earlier: Exchange[] = []
  const violations: string[] = []
  for (const one of all) {
    const sent = request(withValidators(one, earlier[1] && earlier[0]))
    const { error, ...seen } = await exchange(port, pipeline([sent]))
    const [audited] = exchangesOf({ sent: Buffer.from(sent), ...seen, error })
    if (error !== undefined) violations.push(error)
    if (audited === undefined) {
      violations.push(`No response to ${one.method}: ${seen.bytes}`)
      continue
    }
    const found = audit({ ...audited, earlier: [...earlier] }, (rule) => isWanted(rule, audited))
    for (const { rule, what, evidence } of found) violations.push(`${one.method}: ${rule.id}: ${what}\n${evidence}`)
    earlier.push(audited)
  }
  return violations
}

function withValidators(parts: RequestParts, before: Exchange | undefined): RequestParts {
  const fieldBefore = (wanted: string): string | undefined =>
    before?.response.fields.find(([name]) => name.toLowerCase() === wanted)?.[1]
  const given = Object.entries(parts.headers ?? {}).map(([name, value]) => [
    name,
    value === OWN ? fieldBefore(/Since$/.test(name) ? 'last-modified' : 'etag') : value,
  ])
  return { ...parts, headers: Object.fromEntries(given) }
}
