import { expectEqual, expectField, expectNothingOf, expectProblem, expectStatus } from '../expect.ts'
import type { Step } from '../step.ts'

/** What goes wrong in the application itself. */
export const failures: readonly Step[] = [
  {
    title: 'throw new Error(a message with a password)',
    rule: 'An unexpected error is a 500 that tells nothing; the log has it all.',
    source: 'RFC 9110 §15.6.1, RFC 9457 §5',
    send: [{ target: '/statistics' }],
    show: ['Content-Type', 'Cache-Control'],
    holds({ response, exchange, reports }) {
      expectProblem(response, 500)
      expectNothingOf(exchange, 'hunter2', 'postgres', 'legacy.ts')
      expectEqual('the report has the error', String(reports[0]?.thrown).includes('hunter2'), true)
    },
  },
  {
    title: 'throw null',
    rule: 'Whatever is thrown is answered: here null, with a 500.',
    source: 'RFC 9110 §15.6.1',
    send: [{ target: '/prices/tea' }],
    show: ['Content-Type', 'Cache-Control'],
    holds: ({ response }) => expectProblem(response, 500),
  },
  {
    title: 'Another server fails (axios, then fetch; nobody listens there)',
    rule: 'An upstream failure is a 502; nothing of its request or response is copied.',
    source: 'RFC 9110 §15.6.3',
    send: [{ target: '/orders/1/stock' }, { target: '/orders/1/parcel' }],
    show: ['Content-Type', 'Cache-Control'],
    holds({ responses, exchange }) {
      expectEqual('responses', responses.length, 2)
      for (const response of responses) expectProblem(response, 502)
      expectNothingOf(exchange, 'hunter2', 'ECONNREFUSED', '127.0.0.1')
    },
  },
  {
    title: 'throw new ServiceUnavailable({ retryAfter: 120 })',
    rule: 'A 503 may say when to come back.',
    source: 'RFC 9110 §15.6.4, §10.2.3',
    send: [{ method: 'POST', target: '/orders/1/payment', as: 'ada' }],
    show: ['Retry-After', 'Cache-Control', 'Content-Type'],
    holds({ response, exchange }) {
      expectProblem(response, 503, { detail: 'Payments are down for maintenance' })
      expectField(response, 'Retry-After', '120')
      expectNothingOf(exchange, 'hunter2')
    },
  },
  {
    title: 'A stream that fails before its first byte',
    rule: 'A stream that fails before its first byte leaves room for a whole response.',
    source: 'RFC 9110 §15.6.1',
    send: [{ target: '/orders.csv?year=2019' }],
    show: ['Content-Type', 'Cache-Control'],
    holds({ response, exchange }) {
      expectProblem(response, 500)
      expectNothingOf(exchange, 'ENOENT', '/srv/', 'text/csv')
    },
  },
  {
    title: 'A stream that fails after its first bytes',
    rule: 'A stream that fails later leaves a visibly incomplete message, with nothing appended.',
    source: 'RFC 9112 §8, §7.1',
    send: [{ target: '/orders.csv?year=2024' }],
    show: ['Content-Type', 'Transfer-Encoding'],
    holds({ response, exchange }) {
      expectStatus(response, 200)
      expectField(response, 'Content-Type', /^text\/csv/)
      expectEqual('delimited by', response.framing, 'chunked')
      expectEqual('complete', response.complete, false)
      expectEqual('connection closed', exchange.closed !== 'open', true)
      expectEqual(
        'what came',
        response.text(),
        'id,customer,article,quantity\n1,customer-0,tea,1\n2,customer-1,cups,2\n',
      )
    },
  },
  {
    title: 'A response half built when the error comes',
    rule: 'Of a half-built response, what spoke of success is gone; CORS and the request id stay.',
    source: 'RFC 9110 §8',
    send: [{ target: '/orders/1/invoice', headers: { Origin: 'https://shop.example' } }],
    note: 'the handler had set Content-Type, Content-Disposition, ETag and Cache-Control',
    show: [
      'Content-Type',
      'Content-Disposition',
      'ETag',
      'Cache-Control',
      'Access-Control-Allow-Origin',
      'X-Request-Id',
    ],
    holds({ response }) {
      expectProblem(response, 404, { detail: 'The invoice of order 1 is not written yet' })
      for (const name of ['Content-Disposition', 'ETag', 'Cache-Control']) expectField(response, name, undefined)
      expectField(response, 'Access-Control-Allow-Origin', 'https://shop.example')
      expectField(response, 'X-Request-Id', /^[\da-f-]{36}$/)
    },
  },
  {
    title: 'An error with the status 509, which nobody has registered',
    rule: 'A status that no client knows is sent as the one that says the same to all.',
    source: 'RFC 9110 §15, §15.6.4',
    send: [{ target: '/quota' }],
    show: ['Retry-After', 'Cache-Control'],
    holds({ response, exchange }) {
      expectProblem(response, 503)
      expectField(response, 'Retry-After', '60')
      expectNothingOf(exchange, 'account 7')
    },
  },
  {
    title: 'A header field with CR LF in its value',
    rule: 'No field value has CR or LF: it is left out and reported, the rest goes out.',
    source: 'RFC 9110 §5.5',
    send: [{ target: '/search?q=tea%0D%0AX-Injected:%20yes' }],
    note: 'the handler threw { headers: { "X-Searched": "tea\\r\\nX-Injected: yes" } }',
    show: ['X-Searched', 'X-Injected', 'Content-Type'],
    holds({ response, exchange, reports }) {
      expectProblem(response, 404, { detail: 'Nothing found' })
      expectField(response, 'X-Searched', undefined)
      expectField(response, 'X-Injected', undefined)
      expectNothingOf(exchange, 'Injected')
      expectEqual(
        'reported',
        reports[0]?.dropped.map(({ name }) => name),
        ['X-Searched'],
      )
    },
  },
]
