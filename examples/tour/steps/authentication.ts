import { expectField, expectProblem } from '../expect.ts'
import type { Step } from '../step.ts'

const NEW_ORDER = {
  method: 'POST',
  target: '/orders',
  headers: { 'Content-Type': 'application/json' },
  body: '{"customer":"customer-1","lines":[{"article":"tea","quantity":2}]}',
}

/** Who may do it. */
export const authentication: readonly Step[] = [
  {
    title: 'No credentials',
    rule: 'A 401 carries its challenges: here each on a line of its own.',
    source: 'RFC 9110 §15.5.2, §11.6.1',
    send: [NEW_ORDER],
    show: ['WWW-Authenticate', 'Cache-Control', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 401)
      expectField(response, 'WWW-Authenticate', ['Bearer realm="orders"', 'Basic realm="orders"'])
      expectField(response, 'Cache-Control', 'no-store')
    },
  },
  {
    title: 'A token that has expired',
    rule: 'Who sent a token learns from the challenge what is wrong with it.',
    source: 'RFC 6750 §3, §3.1',
    send: [{ ...NEW_ORDER, headers: { ...NEW_ORDER.headers, Authorization: 'Bearer of-yesterday' } }],
    show: ['WWW-Authenticate', 'Cache-Control'],
    holds({ response }) {
      expectProblem(response, 401)
      expectField(response, 'WWW-Authenticate', [
        'Bearer realm="orders", error="invalid_token"',
        'Basic realm="orders"',
      ])
      expectField(response, 'Cache-Control', 'no-store')
    },
  },
  {
    title: 'A token that does not suffice',
    rule: 'Valid credentials that do not suffice get a 403, with the scope that would.',
    source: 'RFC 6750 §3.1',
    send: [{ method: 'DELETE', target: '/orders/1', as: 'bob' }],
    show: ['WWW-Authenticate', 'Cache-Control', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 403)
      expectField(response, 'WWW-Authenticate', /^Bearer (?=.*error="insufficient_scope").*scope="orders:write"/)
      expectField(response, 'Cache-Control', 'no-store')
    },
  },
  {
    title: 'A 401 of @hapi/boom that brings no challenge',
    rule: 'No 401 goes out without a challenge: the option fallbacks supplies it.',
    source: 'RFC 9110 §15.5.2',
    send: [{ target: '/reports' }],
    show: ['WWW-Authenticate', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 401, { detail: 'Reports are for the staff' })
      expectField(response, 'WWW-Authenticate', ['Bearer realm="orders"', 'Basic realm="orders"'])
    },
  },
  {
    title: 'throw new TooManyRequests({ retryAfter: 30 })',
    rule: 'A 429 may say how long to wait, and no cache keeps it.',
    source: 'RFC 6585 §4',
    send: [
      {
        method: 'POST',
        target: '/login',
        headers: { 'Content-Type': 'application/json' },
        body: '{"name":"mallory","password":"123456"}',
      },
    ],
    show: ['Retry-After', 'Cache-Control', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 429)
      expectField(response, 'Retry-After', '30')
      expectField(response, 'Cache-Control', 'no-store')
    },
  },
]
