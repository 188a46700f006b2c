import { expectEqual, expectField, expectMembers, expectNoContent, expectProblem, expectStatus } from '../expect.ts'
import type { Sent, Step } from '../step.ts'

const ORDER = '{"customer":"customer-1","lines":[{"article":"tea","quantity":1}]}'
const JSON_TYPE = { 'Content-Type': 'application/json' }

const LAST_VERSION = { ...JSON_TYPE, 'If-Match': '"order-1-v0"' }
const OUTDATED: readonly Sent[] = [
  { method: 'DELETE', target: '/orders/1', as: 'bob', headers: LAST_VERSION },
  { method: 'DELETE', target: '/orders/99', as: 'ada', headers: LAST_VERSION },
  { method: 'PUT', target: '/orders/1', as: 'ada', headers: LAST_VERSION, body: '{}' },
  { method: 'DELETE', target: '/orders/1', as: 'ada', headers: LAST_VERSION },
]

/** Requests that only mean what they say while nothing has changed. */
export const conditions: readonly Step[] = [
  {
    title: 'If-None-Match with the ETag of what the client has',
    rule: 'A 304 has the validators, the freshness and the Vary of the 200, and no content.',
    source: 'RFC 9110 §13.1.2, §15.4.5',
    send: [{ target: '/orders/1', headers: { 'If-None-Match': '"order-1-v0", W/"order-1-v1"' } }],
    show: ['ETag', 'Cache-Control', 'Vary', 'Content-Length', 'Content-Type'],
    holds(answer) {
      expectNoContent(answer, 304)
      expectField(answer.response, 'ETag', '"order-1-v1"')
      expectField(answer.response, 'Cache-Control', 'private, max-age=5')
      expectMembers(answer.response, 'Vary', ['Accept-Encoding', 'Origin'])
    },
  },
  {
    title: 'If-Modified-Since, in each of the three forms of a date',
    rule: 'A date counts in its old forms, too; what is no date is no condition.',
    source: 'RFC 9110 §5.6.7, §13.1.3',
    send: [
      'Mon, 05 Jan 2026 08:00:00 GMT',
      'Monday, 05-Jan-26 08:00:00 GMT',
      'Mon Jan  5 08:00:00 2026',
      'since last week',
    ].map((date) => ({ method: 'HEAD', target: '/catalogue.csv', headers: { 'If-Modified-Since': date } })),
    show: ['ETag', 'Last-Modified'],
    holds({ responses }) {
      expectEqual(
        'statuses',
        responses.map(({ status }) => status),
        [304, 304, 304, 200],
      )
      for (const response of responses) expectField(response, 'ETag', '"catalogue-7"')
      expectEqual('Last-Modified', responses.at(-1)?.header('Last-Modified'), 'Mon, 05 Jan 2026 08:00:00 GMT')
    },
  },
  {
    title: 'A change without If-Match, where that is required',
    rule: 'A 428 says how to try again, and no cache keeps it.',
    source: 'RFC 6585 §3',
    send: [{ method: 'PUT', target: '/orders/1', as: 'ada', headers: JSON_TYPE, body: ORDER }],
    show: ['Cache-Control', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 428)
      expectEqual('If-Match in the detail', String(Object(response.json()).detail).includes('If-Match'), true)
      expectField(response, 'Cache-Control', 'no-store')
    },
  },
  {
    title: 'Two clients that change the same state',
    rule: 'The second change is refused: nobody overwrites what he has not seen.',
    source: 'RFC 9110 §13.1.1, §15.5.13',
    send: [ORDER, ORDER.replace('tea', 'jam')].map((body) => ({
      method: 'PUT',
      target: '/orders/5',
      as: 'ada',
      headers: { ...JSON_TYPE, 'If-Match': '"order-5-v1"' },
      body,
    })),
    show: ['ETag', 'Content-Type'],
    holds({ responses: [first, second], exchange }) {
      if (first === undefined || second === undefined) return expectEqual('responses', exchange.responses.length, 2)
      expectStatus(first, 200)
      expectField(first, 'Content-Type', 'application/json; charset=utf-8')
      expectField(first, 'ETag', undefined)
      expectProblem(second, 412)
      expectField(second, 'ETag', undefined)
    },
  },
  {
    title: 'If-Match that does not hold, of requests that would fail anyway',
    rule: 'A condition is asked last: 403, 404 and 422 come first.',
    source: 'RFC 9110 §13.2.1',
    send: OUTDATED,
    show: ['Content-Type'],
    holds({ responses }) {
      expectEqual(
        'statuses',
        responses.map(({ status }) => status),
        [403, 404, 422, 412],
      )
      for (const response of responses) expectProblem(response, response.status)
    },
  },
]
