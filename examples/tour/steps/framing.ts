import { expectEqual, expectField, expectProblem, expectStatus } from '../expect.ts'
import type { Step } from '../step.ts'

/** Where a response begins and ends. */
export const framing: readonly Step[] = [
  {
    title: 'GET and HEAD of the same missing order',
    rule: 'HEAD gets the header fields of GET, Content-Length included, and no content.',
    source: 'RFC 9110 §9.3.2',
    send: [{ target: '/orders/99' }, { method: 'HEAD', target: '/orders/99' }],
    show: ['Content-Type', 'Content-Length', 'Vary'],
    holds({ responses: [get, head], exchange }) {
      expectEqual('grammar', exchange.error, undefined)
      if (get === undefined || head === undefined) return expectEqual('responses', exchange.responses.length, 2)
      expectProblem(get, 404)
      expectStatus(head, 404)
      expectEqual('content of HEAD', head.body.length, 0)
      const fields = ({ headerLines }: typeof get) =>
        headerLines.filter(([name]) => !/^(?:date|x-request-id)$/i.test(name)).map((line) => line.join(': '))
      expectEqual('fields of HEAD', fields(head), fields(get))
    },
  },
  {
    title: 'Three requests at once on one connection',
    rule: 'Answers come in the order of the requests, and each ends where its length says.',
    source: 'RFC 9112 §9.3.2, §6.3',
    send: [{ target: '/statistics' }, { target: '/orders/99' }, { target: '/orders/1' }],
    show: ['Content-Length', 'Connection'],
    holds({ responses, exchange }) {
      expectEqual('grammar', exchange.error, undefined)
      expectEqual(
        'statuses',
        responses.map(({ status }) => status),
        [500, 404, 200],
      )
      expectEqual(
        'complete',
        responses.every(({ complete }) => complete),
        true,
      )
      for (const response of responses) expectField(response, 'Connection', 'keep-alive')
    },
  },
  {
    title: 'An older client',
    rule: 'A client of HTTP/1.0 is sent no chunks.',
    source: 'RFC 9112 §6.1',
    send: [{ target: '/orders/99', version: '1.0' }],
    show: ['Content-Length', 'Transfer-Encoding', 'Connection'],
    holds({ response, exchange }) {
      expectProblem(response, 404)
      expectField(response, 'Transfer-Encoding', undefined)
      expectField(response, 'Connection', 'close')
      expectEqual('end of the connection', exchange.closed, 'fin')
    },
  },
]
