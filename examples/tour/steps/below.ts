import { expectEqual, expectField, expectProblem } from '../expect.ts'
import type { Step } from '../step.ts'

/** What no application gets to see: protect() answers it. */
export const below: readonly Step[] = [
  {
    title: 'A request that names its host twice',
    rule: 'Who sends none, several, or what is no host gets a 400.',
    source: 'RFC 9112 §3.2',
    send: [{ target: '/orders', headers: { Host: ['localhost', 'shop.example'] } }],
    show: ['Connection', 'Content-Type', 'Date'],
    holds({ response, exchange }) {
      expectProblem(response, 400, { detail: 'The request has more than one Host, and must have exactly one.' })
      expectField(response, 'Connection', 'close')
      expectEqual('end of the connection', exchange.closed, 'fin')
    },
  },
  {
    title: 'A method that nobody knows',
    rule: 'An unknown method is a 501, and not the fault of the syntax.',
    source: 'RFC 9110 §9.1',
    send: [{ method: 'BREW', target: '/orders' }],
    show: ['Connection', 'Content-Type', 'Date'],
    holds({ response }) {
      expectProblem(response, 501, { detail: 'This server does not know the method of the request.' })
      expectField(response, 'Connection', 'close')
    },
  },
  {
    title: 'An address that is too long',
    rule: 'A target longer than the server reads is a 414.',
    source: 'RFC 9112 §3, RFC 9110 §15.5.15',
    send: [{ target: `/search?q=${'tea'.repeat(7000)}` }],
    show: ['Connection', 'Content-Type', 'Date'],
    holds({ response }) {
      expectProblem(response, 414, { detail: 'The request target is longer than this server reads.' })
    },
  },
  {
    title: 'A large upload that asks first',
    rule: 'Who waits for 100 (Continue) is refused before the upload, and not told to go on.',
    source: 'RFC 9110 §10.1.1',
    note: 'without a token; none of the 900,000 bytes is sent',
    send: [
      {
        method: 'PUT',
        target: '/orders/1/photo',
        headers: { 'Content-Type': 'image/png', 'Content-Length': '900000', Expect: '100-continue' },
      },
    ],
    show: ['WWW-Authenticate', 'Connection', 'Content-Type'],
    async talk(conversation, text) {
      conversation.send(text)
      await conversation.untilAnswered()
      conversation.halfClose()
      return conversation.untilClosed()
    },
    holds({ response, exchange }) {
      expectProblem(response, 401)
      expectField(response, 'WWW-Authenticate', ['Bearer realm="orders"', 'Basic realm="orders"'])
      expectField(response, 'Connection', 'close')
      expectEqual('interim responses', exchange.bytes.includes('100 Continue'), false)
    },
  },
]
