import {
  expectEqual,
  expectField,
  expectMembers,
  expectNoContent,
  expectNothingOf,
  expectProblem,
  expectStatus,
} from '../expect.ts'
import type { Step } from '../step.ts'

/** What is there, and what may be done with it. */
export const routing: readonly Step[] = [
  {
    title: 'No route matches',
    rule: 'What nobody answers is a 404, and says so as a problem document.',
    source: 'RFC 9457 §3',
    send: [{ target: '/nowhere' }],
    show: ['Content-Type', 'X-Content-Type-Options', 'Vary'],
    holds({ response }) {
      expectProblem(response, 404, { type: 'about:blank', title: 'Not Found' })
    },
  },
  {
    title: 'A route exists, but not for this method',
    rule: 'A 405 lists in Allow what the resource supports.',
    source: 'RFC 9110 §15.5.6',
    send: [{ method: 'PATCH', target: '/orders/1' }],
    show: ['Allow', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 405)
      expectMembers(response, 'Allow', ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT'])
    },
  },
  {
    title: 'HEAD, PATCH and OPTIONS of what takes POST only',
    rule: 'Whoever asks what a resource supports is told the same.',
    source: 'RFC 9110 §10.2.1, §9.3.7',
    send: ['HEAD', 'PATCH', 'OPTIONS'].map((method) => ({ method, target: '/orders/1/cancel' })),
    show: ['Allow', 'Content-Type'],
    holds({ responses: [head, patch, options], exchange }) {
      expectEqual('grammar', exchange.error, undefined)
      if (head === undefined || patch === undefined || options === undefined) {
        return expectEqual('responses', exchange.responses.length, 3)
      }
      expectStatus(head, 405)
      expectField(head, 'Content-Type', 'application/problem+json')
      expectEqual('content of HEAD', head.body.length, 0)
      expectProblem(patch, 405)
      expectStatus(options, 200)
      for (const response of [head, patch, options]) expectMembers(response, 'Allow', ['OPTIONS', 'POST'])
    },
  },
  {
    title: 'OPTIONS where one router has PUT, and another GET',
    rule: 'OPTIONS lists the methods of all routers.',
    source: 'RFC 9110 §9.3.7',
    send: [{ method: 'OPTIONS', target: '/orders/1/photo' }],
    show: ['Allow', 'Content-Type', 'Content-Length'],
    holds({ response }) {
      expectStatus(response, 200)
      expectMembers(response, 'Allow', ['GET', 'HEAD', 'OPTIONS', 'PUT'])
      expectField(response, 'Content-Type', 'text/plain; charset=utf-8')
      expectField(response, 'Content-Length', String(response.body.length))
      expectEqual('the content', response.text(), response.header('Allow'))
    },
  },
  {
    title: 'OPTIONS, with problems({ accepts })',
    rule: 'OPTIONS says which content a method takes, where the application declares that.',
    source: 'LDP 1.0 §7.1',
    send: [{ method: 'OPTIONS', target: '/orders' }],
    show: ['Allow', 'Accept-Post'],
    holds({ response }) {
      expectStatus(response, 200)
      expectMembers(response, 'Allow', ['GET', 'HEAD', 'OPTIONS', 'POST'])
      expectField(response, 'Accept-Post', 'application/json')
    },
  },
  {
    title: 'OPTIONS *',
    rule: 'OPTIONS * asks about the server: it is answered before any middleware or route.',
    source: 'RFC 9110 §9.3.7',
    send: [{ method: 'OPTIONS', target: '*' }],
    show: ['Allow', 'Content-Length', 'X-Request-Id'],
    holds(answer) {
      expectNoContent(answer, 204)
      for (const name of ['Allow', 'X-Request-Id']) expectField(answer.response, name, undefined)
    },
  },
  {
    title: 'A CORS preflight',
    rule: "A preflight is the CORS middleware's to answer, and its 204 has no Content-Length.",
    source: 'RFC 9110 §8.6',
    send: [
      {
        method: 'OPTIONS',
        target: '/orders/1',
        headers: { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'PUT' },
      },
    ],
    note: 'the package cors sets Content-Length: 0',
    show: ['Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Content-Length'],
    holds(answer) {
      expectNoContent(answer, 204)
      expectField(answer.response, 'Access-Control-Allow-Origin', 'https://shop.example')
      expectField(answer.response, 'Access-Control-Allow-Methods', /\bPUT\b/)
    },
  },
  {
    title: 'PROPFIND, of what is there and of what is not',
    rule: 'A method that no route has is a 405 where the path is known, else a 404.',
    source: 'RFC 9110 §15.5.6, §15.5.5',
    send: [
      { method: 'PROPFIND', target: '/orders/1' },
      { method: 'PROPFIND', target: '/nowhere' },
    ],
    show: ['Allow', 'Content-Type'],
    holds({ responses: [known, unknown], exchange }) {
      if (known === undefined || unknown === undefined) return expectEqual('responses', exchange.responses.length, 2)
      expectProblem(known, 405)
      expectMembers(known, 'Allow', ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT'])
      expectProblem(unknown, 404)
      expectField(unknown, 'Allow', undefined)
    },
  },
  {
    title: 'throw new Gone(…)',
    rule: 'Who knows that something is gone for good can say so; caches may keep that.',
    source: 'RFC 9110 §15.5.11',
    send: [{ target: '/orders/3' }],
    show: ['Content-Type', 'Cache-Control'],
    holds({ response }) {
      expectProblem(response, 410, { detail: 'Order 3 was removed' })
      expectField(response, 'Cache-Control', undefined)
    },
  },
  {
    title: 'An error of http-errors (createError, ctx.throw)',
    rule: 'An exposed message is the detail; what else the error holds stays behind.',
    source: 'RFC 9457 §5',
    send: [{ target: '/customers/9' }],
    show: ['Content-Type'],
    holds({ response, exchange }) {
      expectProblem(response, 404, { detail: 'No customer 9' })
      expectNothingOf(exchange, 'hunter2', 'SELECT')
    },
  },
  {
    title: 'throw new Conflict({ type, title, detail, extensions })',
    rule: 'A problem type of the application has a URI, a name, and members of its own.',
    source: 'RFC 9457 §3.1.1, §3.2',
    send: [{ method: 'POST', target: '/orders/2/cancel', as: 'ada' }],
    show: ['Content-Type'],
    holds({ response }) {
      expectProblem(response, 409, {
        type: 'https://shop.example/problems/already-shipped',
        title: 'The order is on its way',
        returns: '/orders/2/returns',
      })
    },
  },
]
