import type { Conversation, Exchange } from '../../../test/support/raw-client.ts'
import { expectEqual, expectField, expectNothingOf, expectProblem } from '../expect.ts'
import type { Step } from '../step.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' }
const PART = 'x'.repeat(100_000)

/** What is wrong with a request. */
export const requests: readonly Step[] = [
  {
    title: 'Content in a format that is not supported',
    rule: 'A 415 can name the media types that would have been accepted.',
    source: 'RFC 9110 §15.5.16, §12.5.1',
    send: [{ method: 'POST', target: '/orders', as: 'ada', headers: { 'Content-Type': 'text/csv' }, body: 'tea,2' }],
    show: ['Accept', 'Content-Type'],
    holds({ response }) {
      expectProblem(response, 415)
      expectField(response, 'Accept', 'application/json')
    },
  },
  {
    title: 'JSON that is broken (an error of the body parser)',
    rule: 'Broken syntax is a 400, and the connection lives on.',
    source: 'RFC 9110 §15.5.1',
    send: [{ method: 'POST', target: '/orders', as: 'ada', headers: JSON_TYPE, body: '{"customer":' }],
    show: ['Content-Type', 'Connection'],
    holds({ response }) {
      expectProblem(response, 400)
      expectField(response, 'Connection', 'keep-alive')
    },
  },
  {
    title: 'throw new UnprocessableContent({ errors: [{ pointer, detail }] })',
    rule: 'Well-formed content that makes no sense is a 422, and says where and why.',
    source: 'RFC 9110 §15.5.21, RFC 9457 §3',
    send: [
      {
        method: 'POST',
        target: '/orders',
        as: 'ada',
        headers: JSON_TYPE,
        body: '{"customer":"customer-1","lines":[{"article":"tea","quantity":-2}]}',
      },
    ],
    show: ['Content-Type'],
    holds({ response }) {
      expectProblem(response, 422, {
        errors: [{ pointer: '#/lines/0/quantity', detail: 'must be a positive integer' }],
      })
    },
  },
  {
    title: 'An upload that is refused while it arrives',
    rule: 'The refusal of an upload does not wait for its end, and arrives whole.',
    source: 'RFC 9110 §15.5.14, RFC 9112 §9.6',
    send: [
      {
        method: 'PUT',
        target: '/orders/1/photo',
        as: 'ada',
        headers: { 'Content-Type': 'image/png', 'Content-Length': '2000000' },
      },
    ],
    note: '100 kB of the 2 MB are sent; once the answer is there, another 100 kB',
    talk: uploadPart,
    show: ['Connection', 'Content-Type'],
    holds({ response, exchange }) {
      expectProblem(response, 413, { detail: 'A photo has at most 1000000 bytes' })
      expectField(response, 'Connection', 'close')
      expectEqual('end of the connection', exchange.closed, 'fin')
    },
  },
  {
    title: 'conform({ bodyLimit: 5_000_000 })',
    rule: 'What is too long for every route is refused before anybody asks who sends it.',
    source: 'RFC 9110 §15.5.14',
    send: [{ method: 'POST', target: '/orders', headers: { ...JSON_TYPE, 'Content-Length': '10000000' } }],
    note: 'without a token; 100 kB of the 10 MB are sent; once the answer is there, another 100 kB',
    talk: uploadPart,
    show: ['Connection', 'Content-Type', 'WWW-Authenticate', 'X-Request-Id'],
    holds({ response, exchange }) {
      expectProblem(response, 413)
      for (const name of ['WWW-Authenticate', 'X-Request-Id']) expectField(response, name, undefined)
      expectField(response, 'Connection', 'close')
      expectEqual('end of the connection', exchange.closed, 'fin')
    },
  },
  {
    title: 'A static file that is not there',
    rule: 'Of a missing file the client learns that it is missing, not where it would have been.',
    source: 'RFC 9457 §5',
    send: [{ target: '/files/secret-recipe.txt' }],
    show: ['Content-Type'],
    holds({ response, exchange }) {
      expectProblem(response, 404)
      expectNothingOf(exchange, 'ENOENT', 'examples', 'public')
    },
  },
]

async function uploadPart(conversation: Conversation, head: string): Promise<Exchange> {
  conversation.send(head)
  conversation.send(PART)
  await conversation.untilAnswered()
  conversation.send(PART)
  return conversation.untilClosed()
}
