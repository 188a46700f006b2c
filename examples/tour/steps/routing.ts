import { expectField, expectMembers, expectNothingOf, expectProblem } from '../expect.ts'
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
      expectMembers(response, 'Allow', ['DELETE', 'GET', 'HEAD', 'PUT'])
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
