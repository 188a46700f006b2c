// @ts-check
/**
 * What it costs to hold an exchange against the whole rulebook: the CPU time of `audit()`, garbage collection and all
 * threads included, for typical exchanges of 20 fields, each as a raw socket shows it: with its head and its content.
 * The exchanges take turns, so that the code is compiled for all of them. `--only audit` measures nothing else.
 */
import { median } from './statistics.js'

/** @typedef {import('./statistics.js').Estimate} Estimate in microseconds */
/** @typedef {{ title: string, rules: number, cost: Estimate }} AuditCost */

const SECURITY = `
  < Content-Security-Policy: default-src 'self'; frame-ancestors 'none'
  < Cross-Origin-Opener-Policy: same-origin
  < Cross-Origin-Resource-Policy: same-origin
  < Referrer-Policy: no-referrer
  < Strict-Transport-Security: max-age=31536000; includeSubDomains
  < X-Content-Type-Options: nosniff
  < X-Frame-Options: SAMEORIGIN
  < X-Request-Id: 6f1f6b0e-31c3-4c57-9d0c-3b5f7a2c9a11
  < Access-Control-Allow-Origin: https://shop.example
  < Access-Control-Allow-Credentials: true
  < Access-Control-Expose-Headers: ETag, Link, X-Request-Id
  < Server: shop
  < Connection: keep-alive
  < Keep-Alive: timeout=5
`

/** @param {string} line @param {string} [fields] */
const request = (line, fields = '') => `
  > ${line} HTTP/1.1
  > Host: api.example
  > Accept: application/json, text/plain, */*
  > Accept-Encoding: gzip, compress, deflate, br
  > Accept-Language: en-GB,en;q=0.8
  > Origin: https://shop.example
  > User-Agent: bench${fields}
`

const orders = JSON.stringify(
  Array.from({ length: 20 }, (_, n) => ({ id: n, item: 'tea', price: 4.5, tags: ['green', 'loose'], sent: false })),
)

const problem = JSON.stringify({
  type: 'https://api.example/problems/no-such-order',
  title: 'No such order',
  status: 404,
  detail: 'There is no order 42, or it belongs to somebody else.',
  instance: '/orders/42',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
})

const parts = ['0-1/29', '20-24/29'].map((range, n) => {
  return `< --part\r\n< Content-Type: text/plain\r\n< Content-Range: bytes ${range}\r\n< \r\n< ${n === 0 ? 'ab' : 'vwxyz'}\r\n`
})

/** @type {readonly { title: string, transcript: string }[]} */
const typical = [
  {
    title: '200 with JSON',
    transcript: `${request('GET /orders')}
      < HTTP/1.1 200 OK${SECURITY}
      < Content-Type: application/json; charset=utf-8
      < ETag: W/"5e-4VUaXz"
      < Cache-Control: private, max-age=60
      < Vary: Accept-Encoding, Origin
      <
      < ${orders}`,
  },
  {
    title: '404 with problem details',
    transcript: `${request('GET /orders/42')}
      < HTTP/1.1 404 Not Found${SECURITY}
      < Content-Type: application/problem+json
      < Content-Language: en
      < Cache-Control: no-store
      < Vary: Accept, Accept-Language, Origin
      <
      < ${problem}`,
  },
  {
    title: '401 with a Bearer challenge',
    transcript: `${request('GET /account', '\n> Authorization: Bearer of-yesterday')}
      < HTTP/1.1 401 Unauthorized${SECURITY}
      < Content-Type: application/problem+json
      < WWW-Authenticate: Bearer realm="api", error="invalid_token", error_description="The token has expired"
      < Cache-Control: no-store
      < Vary: Accept, Origin
      <
      < ${problem.replace('404', '401')}`,
  },
  {
    title: '304',
    transcript: `${request('GET /orders', '\n> If-None-Match: W/"5e-4VUaXz"')}
      < HTTP/1.1 304 Not Modified${SECURITY}
      < ETag: W/"5e-4VUaXz"
      < Cache-Control: private, max-age=60
      < Vary: Accept-Encoding, Origin
      < Link: </orders?page=2>; rel="next"
      < Set-Cookie: seen=1; Path=/; HttpOnly; SameSite=Lax`,
  },
  {
    title: '206 with two parts',
    transcript: `${request('GET /alphabet', '\n> Range: bytes=0-1,20-24')}
      < HTTP/1.1 206 Partial Content${SECURITY}
      < Content-Type: multipart/byteranges; boundary=part
      < ETag: "v1"
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      < Cache-Control: no-cache, no-transform
      <
      ${parts.join('\n')}
      < --part--\r\n< `,
  },
]

/** Audits of each exchange in a sample: enough for a clock of microseconds. */
const TIMES = 100

/**
 * @param {number} samples
 * @returns {Promise<AuditCost[]>}
 */
export async function auditCost(samples) {
  /** @type {any} it has no types of its own: it is no entry of the package */
  const { audit, ExchangeView, exchangeOf, rulesFor } = await import(
    new URL('../dist/rulebook.js', import.meta.url).href
  )
  const entries = typical.map(({ title, transcript }) => {
    const exchange = exchangeOf(transcript)
    const found = audit(exchange)
    if (found.length > 0) throw new Error(`${title} is not correct: ${found[0].what}`)
    return { title, exchange, rules: rulesFor(new ExchangeView(exchange)).length, costs: /** @type {number[]} */ ([]) }
  })
  for (let sample = -samples; sample < samples; sample += 1) {
    for (const { exchange, costs } of entries) {
      const before = process.cpuUsage()
      for (let n = 0; n < TIMES; n += 1) audit(exchange)
      const { user, system } = process.cpuUsage(before)
      // The first half warms up.
      if (sample >= 0) costs.push((user + system) / TIMES)
    }
  }
  return entries.map(({ title, rules, costs }) => ({ title, rules, cost: median(costs) }))
}
