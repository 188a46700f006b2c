import { gunzipSync } from 'node:zlib'
import {
  expectEqual,
  expectField,
  expectMembers,
  expectNegotiated,
  expectNothingOf,
  expectProblem,
  expectStatus,
} from '../expect.ts'
import type { Answer, Step } from '../step.ts'

/** In which form the client wants to be told. */
export const negotiation: readonly Step[] = [
  {
    title: 'A browser',
    rule: 'Who prefers HTML gets a page: escaped, with a policy that runs nothing.',
    source: 'RFC 9110 §12.5.1',
    send: [
      {
        target: '/orders/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
        headers: { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
      },
    ],
    show: ['Content-Type', 'Content-Security-Policy', 'Vary'],
    holds({ response, exchange }) {
      expectStatus(response, 404)
      expectField(response, 'Content-Type', 'text/html; charset=utf-8')
      expectField(response, 'Content-Security-Policy', /^default-src 'none'/)
      expectNegotiated(response)
      expectEqual('the escaped detail', response.text().includes('No order &lt;script&gt;'), true)
      expectNothingOf(exchange, '<script')
    },
  },
  {
    title: 'A client that wants XML',
    rule: 'A problem document has an XML form, too.',
    source: 'RFC 9457 appendix B',
    send: [{ target: '/orders/99', headers: { Accept: 'application/problem+xml' } }],
    show: ['Content-Type', 'Vary'],
    holds({ response }) {
      expectStatus(response, 404)
      expectField(response, 'Content-Type', 'application/problem+xml')
      expectNegotiated(response)
      const xml = response.text()
      expectEqual('the namespace', xml.includes('<problem xmlns="urn:ietf:rfc:7807"'), true)
      expectEqual('the detail', xml.includes('<detail>No order 99</detail>'), true)
    },
  },
  {
    title: 'A terminal',
    rule: 'The weights in Accept decide: who wants plain text most gets it.',
    source: 'RFC 9110 §12.4.2',
    send: [{ target: '/orders/99', headers: { Accept: 'application/json;q=0.5, text/plain;q=0.9, text/html;q=0.2' } }],
    show: ['Content-Type', 'Vary'],
    holds({ response }) {
      expectStatus(response, 404)
      expectField(response, 'Content-Type', 'text/plain; charset=utf-8')
      expectNegotiated(response)
      expectEqual('the detail', response.text().includes('No order 99'), true)
    },
  },
  {
    title: 'An Accept that nothing fits',
    rule: 'An Accept that nothing fits changes no status: a 404 says more than a 406.',
    source: 'RFC 9110 §12.5.1',
    send: [{ target: '/orders/99', headers: { Accept: 'image/png' } }],
    show: ['Content-Type', 'Vary'],
    holds: ({ response }) => expectProblem(response, 404, { detail: 'No order 99' }),
  },
  {
    title: 'The same address for two clients, with CORS and compression in front',
    rule: 'Vary names all that had influence: what middleware put there stays.',
    source: 'RFC 9110 §12.5.5',
    send: [{ target: '/orders/99', headers: { Origin: 'https://shop.example', 'Accept-Encoding': 'gzip' } }],
    show: ['Vary', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 404)
      expectMembers(response, 'Vary', ['Accept', 'Accept-Encoding', 'Accept-Language', 'Origin'])
    },
  },
  {
    title: 'A compressed list, then an error on the same connection',
    rule: 'Content-Encoding says what was done to this content, and nothing else.',
    source: 'RFC 9110 §8.4',
    send: [
      { target: '/orders', headers: { 'Accept-Encoding': 'gzip' } },
      { target: '/orders/99', headers: { 'Accept-Encoding': 'gzip' } },
    ],
    show: ['Content-Encoding', 'Content-Type'],
    holds({ responses, response }: Answer) {
      const [list] = responses
      if (list === undefined) return expectEqual('responses', responses.length, 2)
      expectStatus(list, 200)
      expectField(list, 'Content-Encoding', 'gzip')
      expectField(list, 'Content-Type', /^application\/json/)
      expectEqual('the list', Array.isArray(JSON.parse(gunzipSync(list.body).toString())), true)
      expectProblem(response, 404, { detail: 'No order 99' })
      expectField(response, 'Content-Encoding', undefined)
    },
  },
]
