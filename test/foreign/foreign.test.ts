import { beforeAll, describe, expect, it } from 'vitest'
import { type Audit, auditAll } from './audits.ts'
import { foreignServers } from './servers.ts'

/** `GET /orders → 200`: found there. `never(…)`: not to be found on this server, because it gets that right. */
type Where = string | { readonly because: string }

interface Demand {
  readonly finding: string
  readonly rule: string
  readonly on: Readonly<Record<string, Where>>
}

const NAMES = foreignServers.map(({ name }) => name)
const NO_CONTENT = never('it sends this 404 without content')

const DEMANDS: readonly Demand[] = [
  { finding: 'a bare 401', rule: '9110-15.5.2-www-authenticate', on: everywhere('GET /bare/401 → 401') },
  { finding: 'a bare 405', rule: '9110-15.5.6-allow', on: everywhere('GET /bare/405 → 405') },
  { finding: 'a bare 407', rule: '9110-15.5.8-proxy-authenticate', on: everywhere('GET /bare/407 → 407') },
  { finding: 'a bare 426', rule: '9110-15.5.22-upgrade', on: everywhere('GET /bare/426 → 426') },
  { finding: 'a bare 416', rule: '9110-15.5.17-content-range', on: everywhere('GET /bare/416 → 416') },
  {
    finding: 'another Content-Length for HEAD than for GET',
    rule: '9110-8.6-head-content-length-equals-get',
    on: {
      // Both write the method into the page.
      'Express 5': 'HEAD /random → 404',
      Fastify: 'HEAD /random → 404',
      'Koa 3': never('its page is "Not Found", whatever the method'),
      Hono: never('its page is "404 Not Found", whatever the method'),
      'http.createServer': NO_CONTENT,
    },
  },
  {
    finding: 'no Content-Type for HEAD where GET has one',
    rule: '9110-9.3.2-head-same-fields',
    on: {
      'Koa 3': 'HEAD /random → 404',
      'Express 5': never('it makes the page for HEAD too'),
      Fastify: never('it makes the document for HEAD too'),
      Hono: never('it makes the response of GET and leaves its content out'),
      'http.createServer': NO_CONTENT,
    },
  },
  {
    finding: 'an error with the ETag of the success',
    rule: '9110-8.8-error-without-resource-validators-4xx',
    on: everywhere('GET /report → 406'),
  },
  {
    finding: 'an error with the Cache-Control of the success',
    rule: '9111-5.2-error-drops-success-cache-control-4xx',
    on: everywhere('GET /report → 406'),
  },
  { finding: 'a 205 with content', rule: '9110-15.3.6-205-no-content', on: everywhere('GET /reset → 205') },
  { finding: 'a 204 with Content-Length', rule: '9110-8.6-204-no-content-length', on: everywhere('GET /empty → 204') },
  { finding: "a parser's error without Date", rule: '9110-6.6.1-date-4xx', on: everywhere('GET /orders → 431') },
  { finding: 'Host twice', rule: '9112-3.2-host-multiple', on: everywhere('GET /orders → 200') },
  {
    finding: 'an unknown method, and no 501',
    rule: '9110-9.1-501-unknown-method',
    // Once, where the server has said that it does not have it: by Allow, which Express sends, or by 404.
    on: { ...everywhere('STATUSWISE-PROBE /random → 400'), 'Express 5': 'STATUSWISE-PROBE /orders → 400' },
  },
  {
    finding: 'a negotiated error without Vary',
    rule: '9110-12.5.5-vary-when-negotiated',
    on: everywhere('GET /language → 404'),
  },
]

let audits: ReadonlyMap<string, Audit>
beforeAll(async () => {
  audits = await auditAll()
}, 120_000)

describe.each(NAMES)('the audit of %s', (name) => {
  it.each(DEMANDS.filter(({ on }) => typeof on[name] === 'string'))('finds $finding ($rule)', ({ rule, on }) => {
    expect(
      audits
        .get(name)
        ?.found.get(rule)
        ?.map(({ at }) => at),
    ).toContain(on[name])
  })

  const right = DEMANDS.flatMap(({ finding, rule, on }) => {
    const where = on[name]
    return typeof where === 'object' ? [{ finding, rule, because: where.because }] : []
  })
  it.each(right)('does not find $finding, because $because ($rule)', ({ rule }) => {
    expect(audits.get(name)?.found.get(rule)).toBeUndefined()
  })

  it('has a demand met, or a reason why not, for all that is demanded', () => {
    expect(DEMANDS.filter(({ on }) => on[name] === undefined)).toEqual([])
  })

  it('ends with 1, having asked everything and being answered everything', () => {
    const { code, report } = audits.get(name) as Audit
    const troubles = report.troubles.filter(({ severity }) => severity !== 'note')
    expect([code, report.ok, report.stopped, troubles]).toEqual([1, false, null, []])
  })

  it('says of each finding what is wrong, shows the exchange, and how to mend it', () => {
    for (const { rule, occurrences } of audits.get(name)?.report.findings ?? []) {
      expect(rule.remedy, rule.id).not.toBe('')
      for (const { what, transcript, evidence, status } of occurrences) {
        expect(what, rule.id).toMatch(/^\P{Ll}.*[.!?]$/su)
        expect(transcript, rule.id).toContain(`< HTTP/1.1 ${status}`)
        // A URL of 32 kB and a field of 64 kB are shown by their beginnings.
        expect(Math.max(transcript.length, evidence.length, what.length), rule.id).toBeLessThan(2500)
      }
    }
  })
})

function everywhere(at: string): Record<string, Where> {
  return Object.fromEntries(NAMES.map((name) => [name, at]))
}

function never(because: string): Where {
  return { because }
}
