import { expectEqual, expectField, expectNoContent, expectProblem, expectStatus, expectTold } from '../expect.ts'
import type { Step } from '../step.ts'

/** What handlers write without statuswise, and what becomes of it behind conform(). */
export const byHand: readonly Step[] = [
  {
    title: 'res.status(401).json(…), ctx.status = 401 with a body',
    rule: 'A 401 gets the challenges that it lacks, and keeps its content.',
    source: 'RFC 9110 §15.5.2',
    send: [{ target: '/profile' }],
    show: ['WWW-Authenticate', 'Content-Type'],
    holds(answer) {
      const { response } = answer
      expectStatus(response, 401)
      expectField(response, 'WWW-Authenticate', ['Bearer realm="orders"', 'Basic realm="orders"'])
      expectField(response, 'Content-Type', 'application/json; charset=utf-8')
      expectEqual('the content', response.text(), '{"error":"log in first"}')
      expectTold(answer, 'mended by RFC 9110 §15.5.2')
    },
  },
  {
    title: 'res.status(404).end(), ctx.status = 404',
    rule: 'An error without a word gets the document that a thrown one has.',
    source: 'RFC 9110 §15.5, RFC 9457 §3',
    send: [{ target: '/orders/1/photo' }, { target: '/orders/1/photo', headers: { Accept: 'text/plain' } }],
    show: ['Content-Type', 'Vary'],
    holds({ responses: [json, text], exchange }) {
      if (json === undefined || text === undefined) return expectEqual('responses', exchange.responses.length, 2)
      expectProblem(json, 404, { type: 'about:blank', title: 'Not Found' })
      expectStatus(text, 404)
      expectField(text, 'Content-Type', 'text/plain; charset=utf-8')
    },
  },
  {
    title: 'res.writeHead(204, { "Content-Length": 2, … }), res.end("{}"), with another request behind it',
    rule: 'A 204 ends with its header section; what follows is the next response.',
    source: 'RFC 9110 §15.3.5, §8.6',
    send: [{ method: 'POST', target: '/visits' }, { target: '/orders/1' }],
    show: ['Content-Length', 'Content-Type', 'ETag'],
    holds(answer) {
      const [visit, order] = answer.responses
      if (visit === undefined || order === undefined) return expectEqual('responses', answer.responses.length, 2)
      expectNoContent({ ...answer, response: visit }, 204)
      expectStatus(order, 200)
      expectField(order, 'ETag', '"order-1-v1"')
      expectField(order, 'Content-Type', 'application/json')
      expectField(order, 'Content-Length', String(order.body.length))
      expectTold(answer, 'mended by RFC 9110 §15.2, §15.3.5')
    },
  },
  {
    title: 'res.status(503).json(…), with fallbacks: { retryAfter: 60 }',
    rule: 'A 503 gets the Retry-After that the application has for all.',
    source: 'RFC 9110 §15.6.4, §10.2.3',
    send: [{ target: '/stocktaking' }],
    show: ['Retry-After', 'Content-Type'],
    holds(answer) {
      const { response } = answer
      expectStatus(response, 503)
      expectField(response, 'Retry-After', '60')
      expectField(response, 'Content-Type', 'application/json; charset=utf-8')
      expectEqual('the content', response.text(), '{"error":"we are counting"}')
      expectTold(answer, 'mended by RFC 9110 §15.6.4')
    },
  },
  {
    title: 'A redirect without Location',
    rule: 'What has more than one right answer stays as it is, and onMend is told.',
    source: 'RFC 9110 §15.4.3',
    send: [{ target: '/shop' }],
    show: ['Location', 'Content-Type'],
    holds(answer) {
      const { response } = answer
      expectStatus(response, 302)
      expectField(response, 'Location', undefined)
      expectField(response, 'Content-Type', 'application/json; charset=utf-8')
      expectEqual('the content', response.text(), '{"moved":true}')
      expectTold(answer, 'reported by RFC 9110 §15.4.3')
    },
  },
]
