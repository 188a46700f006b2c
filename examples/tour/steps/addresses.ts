import { expectEqual, expectField, expectProblem, expectStatus } from '../expect.ts'
import type { Step } from '../step.ts'

/** What has another address than it once had. */
export const addresses: readonly Step[] = [
  {
    title: 'An old address, with a query',
    rule: 'What has moved for good is a 301 to the last of its addresses, with the query.',
    source: 'RFC 9110 §15.4.2',
    send: [{ target: '/pricelist?sort=name' }],
    note: 'moved({ "/pricelist": "/prices", "/prices": "/price-list.csv" })',
    show: ['Location', 'Content-Length'],
    holds({ response }) {
      expectStatus(response, 301)
      expectField(response, 'Location', '/price-list.csv?sort=name')
      expectField(response, 'Content-Length', '0')
    },
  },
  {
    title: 'The same with PUT, and a name in the path',
    rule: 'Methods that change something get a 308, after which no client makes a GET of them.',
    source: 'RFC 9110 §15.4.9',
    send: [{ method: 'PUT', target: '/customers/7/orders/1', body: '{}' }],
    show: ['Location'],
    holds({ response }) {
      expectStatus(response, 308)
      expectField(response, 'Location', '/orders/1')
    },
  },
  {
    title: 'An address made to lead away',
    rule: 'No redirect leads where the sender of the address wants it to.',
    source: 'RFC 9110 §17.4',
    send: ['/customers/7/orders/%2F%2Fevil.example', '/customers/7/orders/%5Cevil.example'].map((target) => ({
      target,
    })),
    show: ['Location'],
    holds({ responses }) {
      expectEqual(
        'statuses',
        responses.map(({ status }) => status),
        [404, 404],
      )
      for (const response of responses) expectField(response, 'Location', undefined)
    },
  },
  {
    title: 'What there was once',
    rule: 'What is gone for good is a 410, whatever the method.',
    source: 'RFC 9110 §15.5.11',
    send: [{ method: 'POST', target: '/beta/orders' }],
    note: 'gone(["/beta/*"])',
    show: ['Content-Type'],
    holds: ({ response }) => expectProblem(response, 410),
  },
]
