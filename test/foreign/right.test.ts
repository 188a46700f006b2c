import { beforeAll, describe, expect, it } from 'vitest'
import { type Audit, auditAll } from './audits.ts'

/** Rules, and why it is right that they are found to be broken. Each was compared with the RFC and with the exchange. */
type Reasons = Readonly<Record<string, string>>

/** What all of them break: the routes are written alike, and below is the same Node. */
const ALL: Reasons = {
  '9110-15.5.2-www-authenticate': 'The handler sets the status and nothing else.',
  '9110-15.5.6-allow': 'The handler sets the status and nothing else.',
  '9110-15.5.8-proxy-authenticate': 'The handler sets the status and nothing else.',
  '9110-15.5.22-upgrade': 'The handler sets the status and nothing else.',
  '9110-15.5.17-content-range': 'The handler sets the status and nothing else.',
  '9110-14.2-range-ignored-non-get': 'The 416 comes for HEAD with Range as well.',
  '9110-15.3.6-205-no-content': 'The handler sends "ok" with the 205.',
  '9110-8.6-204-no-content-length': 'The handler sets Content-Length: 0.',
  '9110-12.5.5-vary-when-negotiated': 'The type of the 404 of /language goes by Accept, and nothing says so.',
  '9110-8.8-error-without-resource-validators-4xx': 'The 406 of /report has the ETag of the 200.',
  '9111-5.2-error-drops-success-cache-control-4xx': 'The 406 of /report has the lifetime of the 200.',
  '9110-13.1.1-if-match-get': '/report has an ETag, and If-Match with another gets it all the same.',
  '9110-6.6.1-date-4xx': "The parser's 400 and 431 have no Date.",
  '9110-15.5-explain': "The parser's 400 or 431, or that for a missing Host, has no content.",
  '6585-5-which-field': "The parser's 431 names no field.",
  '9110-9.1-501-unknown-method': 'The parser answers 400 to an unknown method.',
  '9112-3-414': 'The parser answers 431 to a URL of 32 kB.',
  '9112-3.2-host-multiple': 'Node takes the first of two Hosts.',
}

const INVALID_HOST: Reasons = { '9112-3.2-host-invalid': 'A Host with a space and angle brackets is taken.' }
const ENDS_BY_CLOSE: Reasons = {
  '9112-6.3-explicit-length-preferred': "The parser's 400 and 431 have neither Content-Length nor chunks.",
}
const NO_CONDITIONS: Reasons = {
  '9110-13.1.2-if-none-match-304-get-head': '/report has an ETag, and If-None-Match with it gets no 304.',
  '9110-13.1.2-if-none-match-weak': '/report has an ETag, and If-None-Match with W/ and it gets no 304.',
  '9110-13.1.2-if-none-match-star': 'If-None-Match: * gets what there is, and no 304.',
}
const STAR: Reasons = { '9110-9.3.7-options-star': 'OPTIONS * is a 404.' }
const NO_LIST: Reasons = { '9110-15.5.7-list': 'The 406 of /report does not say what there is.' }
const ANY_METHOD: Reasons = {
  '9110-9.3.7-200-options-lists-features': 'The handler answers OPTIONS as it answers GET, without Allow.',
  '9110-8.3-content-type-when-content': 'The handler sends content without its type.',
}
const HEAD_LENGTH: Reasons = {
  '9110-8.6-head-content-length-equals-get': 'The method is in the text of the 404, so that HEAD counts one byte more.',
}

const EXPECTED: Readonly<Record<string, Reasons>> = {
  'Express 5': {
    ...INVALID_HOST,
    ...ENDS_BY_CLOSE,
    ...STAR,
    ...HEAD_LENGTH,
    '9110-13.1.1-if-match-strong': 'If-Match with a weak tag gets a 200.',
    '9110-10.2.1-allow-truthful': 'OPTIONS of /bare/405 allows GET, which is answered with 405.',
  },
  'Koa 3': {
    ...INVALID_HOST,
    ...ENDS_BY_CLOSE,
    ...STAR,
    ...NO_CONDITIONS,
    ...NO_LIST,
    ...ANY_METHOD,
    '9110-9.3.2-head-same-fields': 'The 404 has a Content-Type for GET and none for HEAD.',
  },
  Fastify: {
    ...INVALID_HOST,
    ...STAR,
    ...NO_CONDITIONS,
    ...NO_LIST,
    ...HEAD_LENGTH,
    '9112-9.6-close-announced': 'Its own 400 and 431 close the connection without Connection: close.',
  },
  // Takes no invalid Host, and answers OPTIONS * with 400.
  Hono: { ...ENDS_BY_CLOSE, ...NO_CONDITIONS, ...NO_LIST },
  'http.createServer': {
    ...INVALID_HOST,
    ...ENDS_BY_CLOSE,
    ...STAR,
    ...NO_CONDITIONS,
    ...NO_LIST,
    ...ANY_METHOD,
    '9112-3.2.2-absolute-form': 'The handler compares req.url, which is an absolute URI, with paths.',
  },
}

/** Of a plain resource and of a path where nothing is: what is found, but for broken requests. The rest is right. */
const ORDINARY: Readonly<Record<string, readonly string[]>> = {
  'Express 5': [
    '9110-13.1.1-if-match-get: GET /orders → 200',
    '9110-13.1.1-if-match-strong: GET /orders → 200',
    '9110-8.6-head-content-length-equals-get: HEAD /random → 404',
  ],
  'Koa 3': [
    '9110-13.1.2-if-none-match-star: GET /orders → 200',
    '9110-9.3.2-head-same-fields: HEAD /random → 404',
    '9110-9.3.7-200-options-lists-features: OPTIONS /orders → 200',
  ],
  Fastify: [
    '9110-13.1.2-if-none-match-star: GET /orders → 200',
    '9110-8.6-head-content-length-equals-get: HEAD /random → 404',
  ],
  Hono: ['9110-13.1.2-if-none-match-star: GET /orders → 200'],
  'http.createServer': [
    '9110-13.1.2-if-none-match-star: GET /orders → 200',
    '9110-15.5-explain: GET /random → 404',
    '9110-15.5-explain: OPTIONS /random → 404',
    '9110-9.3.7-200-options-lists-features: OPTIONS /orders → 200',
  ],
}

/** Rules that had something to say, and found it right. */
const OBEYED: Readonly<Record<string, readonly string[]>> = {
  'Express 5': [
    // Conditional GET.
    '9110-13.1.2-if-none-match-304-get-head',
    '9110-13.1.2-if-none-match-weak',
    '9110-13.1.2-if-none-match-star',
    '9110-15.4.5-304-no-content',
    '9110-15.4.5-304-keeps-etag',
    // OPTIONS of a route.
    '9110-9.3.7-200-options-lists-features',
    // HEAD of a route.
    '9110-9.3.2-head-no-content',
  ],
  'Koa 3': ['9110-9.3.2-head-no-content', '9110-6.6.1-date-2xx', '9110-8.6-head-content-length-equals-get'],
  Fastify: ['9110-9.3.2-head-no-content', '9110-6.6.1-date-2xx', '9112-6.3-explicit-length-preferred'],
  Hono: ['9112-3.2-host-invalid', '9110-8.6-head-content-length-equals-get', '9110-9.3.2-head-same-fields'],
  'http.createServer': ['9110-9.3.2-head-no-content', '9110-6.6.1-date-2xx'],
}

/** What sends a request that is broken, oversized or unknown to the parser. */
const BROKEN = /^an unknown method$|of (?:64|32) kB$|Host/

let audits: ReadonlyMap<string, Audit>
beforeAll(async () => {
  audits = await auditAll()
}, 120_000)

describe.each(Object.keys(EXPECTED))('the audit of %s', (name) => {
  it('finds nothing but what was checked by hand', () => {
    const expected = { ...ALL, ...EXPECTED[name] }
    expect([...(audits.get(name)?.found.keys() ?? [])].sort()).toEqual(Object.keys(expected).sort())
  })

  it('finds next to nothing in answers to ordinary requests, to a resource and to a path where nothing is', () => {
    const found = [...(audits.get(name)?.found ?? [])].flatMap(([id, occurrences]) =>
      occurrences
        .filter(({ target, probe }) => ['/orders', '/random'].includes(target) && !BROKEN.test(probe))
        .map(({ at }) => `${id}: ${at}`),
    )
    expect(found.sort()).toEqual(ORDINARY[name])
  })

  it('has asked the rules about what is right', () => {
    expect(audits.get(name)?.report.obeyed).toEqual(expect.arrayContaining([...(OBEYED[name] ?? [])]))
  })
})
