import { expectEqual, expectField, expectMembers, expectNoContent, expectStatus } from '../expect.ts'
import type { Step } from '../step.ts'

/** What a handler answers with send() when nothing is wrong. */
export const replies: readonly Step[] = [
  {
    title: 'A handler sends created(…)',
    rule: 'A 201 says where the new resource is.',
    source: 'RFC 9110 §15.3.2',
    send: [
      {
        method: 'POST',
        target: '/orders',
        as: 'ada',
        headers: { 'Content-Type': 'application/json' },
        body: '{"customer":"customer-1","lines":[{"article":"tea","quantity":2}]}',
      },
    ],
    show: ['Location', 'ETag', 'Content-Type'],
    holds({ response }) {
      expectStatus(response, 201)
      expectField(response, 'Content-Type', 'application/json')
      expectField(response, 'Location', /^\/orders\/\d+$/)
      expectField(response, 'ETag', /^"order-\d+-v1"$/)
    },
  },
  {
    title: 'A handler sends accepted(…)',
    rule: 'A 202 points to where to ask about the work.',
    source: 'RFC 9110 §15.3.3',
    send: [{ method: 'POST', target: '/exports', as: 'ada' }],
    show: ['Location', 'Retry-After', 'Content-Type'],
    holds({ response }) {
      expectStatus(response, 202)
      expectField(response, 'Content-Type', 'application/json')
      expectField(response, 'Location', '/exports/7')
      expectField(response, 'Retry-After', '2')
    },
  },
  {
    title: 'A handler sends noContent(…)',
    rule: 'A 204 ends with its header: no content, no Content-Length.',
    source: 'RFC 9110 §15.3.5, §8.6',
    send: [{ method: 'DELETE', target: '/orders/4', as: 'ada', headers: { 'If-Match': '"order-4-v1"' } }],
    show: ['Content-Length', 'Content-Type', 'Transfer-Encoding'],
    holds: (answer) => expectNoContent(answer, 204),
  },
  {
    title: 'A handler sends seeOther(…), to a browser',
    rule: 'A 303 says where to look, in a short page for people, too.',
    source: 'RFC 9110 §15.4.4',
    send: [{ target: '/exports/7', headers: { Accept: 'text/html' } }],
    show: ['Location', 'Content-Type', 'Vary'],
    holds({ response }) {
      expectStatus(response, 303)
      expectField(response, 'Location', '/orders.csv')
      expectField(response, 'Content-Type', 'text/html; charset=utf-8')
      expectMembers(response, 'Vary', ['Accept', 'Accept-Encoding', 'Accept-Language', 'Origin'])
      expectEqual('a link to it', response.text().includes('<a href="/orders.csv">'), true)
    },
  },
  {
    title: 'A handler sends permanentRedirect(…)',
    rule: 'A 308 names the new address in Location.',
    source: 'RFC 9110 §15.4.9',
    send: [{ target: '/order/1' }],
    show: ['Location', 'Content-Length'],
    holds({ response }) {
      expectStatus(response, 308)
      expectField(response, 'Location', '/orders/1')
      expectField(response, 'Content-Length', '0')
    },
  },
]
