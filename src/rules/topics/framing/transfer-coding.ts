import { fault, quoted } from '../../fault.ts'
import { canonicalCoding } from '../../grammar/accept.ts'
import { wantedNames } from '../../grammar/elements.ts'
import type { Rule } from '../../rule.ts'
import { isHttp1, transferCodings } from './message-length.ts'

/** Transfer codings, and chunked above all. */
export const transferCodingRules: readonly Rule[] = [
  {
    id: '9112-6.2-no-cl-with-te',
    level: 'MUST NOT',
    rfc: '9112',
    section: '6.2',
    topic: 'framing',
    statement: 'No message has both Content-Length and Transfer-Encoding.',
    covers: ['9112-6.2-cl-with-te'],
    fields: ['transfer-encoding'],
    check: ({ response }) =>
      response.has('content-length')
        ? fault(
            'The response has both Content-Length and Transfer-Encoding: recipients that differ in which they believe can be made to see different messages.',
            response.show('content-length', 'transfer-encoding'),
          )
        : undefined,
    remedy: "Before streaming, res.removeHeader('Content-Length'), or mount conform().",
  },
  {
    id: '9112-6.1-no-te-to-http10',
    level: 'MUST NOT',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'No Transfer-Encoding is sent in answer to a request of HTTP/1.0.',
    covers: ['9112-6.1-te-http10'],
    applies: ({ request }) => request.version === '1.0',
    check: ({ response }) =>
      response.has('transfer-encoding')
        ? fault(
            'The request was HTTP/1.0, which knows no transfer codings: its client takes the chunks for content.',
            response.show('transfer-encoding'),
          )
        : undefined,
    remedy: 'Send such clients a Content-Length, or close the connection at the end; conform() sees to it.',
  },
  {
    id: '9112-6.1-chunked-once',
    level: 'MUST NOT',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'The chunked coding is applied at most once.',
    fields: ['transfer-encoding'],
    check: ({ response }) =>
      transferCodings(response).filter((coding) => coding === 'chunked').length > 1
        ? fault('Transfer-Encoding names chunked more than once.', response.show('transfer-encoding'))
        : undefined,
    remedy: 'Do not set Transfer-Encoding by hand: Node applies chunked where it is needed.',
  },
  {
    id: '9112-6.1-chunked-last-or-close',
    level: 'MUST',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'A response with another transfer coding ends with chunked, or with the connection.',
    fields: ['transfer-encoding'],
    needs: ['connection'],
    applies: (exchange) => isHttp1(exchange.response) && exchange.mayHaveContent,
    check: ({ response }) =>
      transferCodings(response).at(-1) !== 'chunked' && response.message.closed === false
        ? fault(
            'The last transfer coding is not chunked and the connection stays open, so nothing tells where the content ends.',
            response.show('transfer-encoding'),
          )
        : undefined,
    remedy: 'Compress by Content-Encoding instead, and leave Transfer-Encoding to Node.',
  },
  {
    id: '9112-7.4-transfer-coding-only-if-te',
    level: 'advice',
    rfc: '9112',
    section: '7.4',
    topic: 'framing',
    statement: 'Of transfer codings, a client takes chunked and those that its TE names.',
    fields: ['transfer-encoding'],
    applies: ({ response }) => isHttp1(response),
    check: ({ request, response }) => {
      const taken = new Set(wantedNames(request.list('te')).map(canonicalCoding))
      const other = transferCodings(response).find(
        (coding) => coding !== 'chunked' && !taken.has(canonicalCoding(coding)),
      )
      if (other === undefined) return undefined
      return fault(
        `The client did not say in TE that it takes the transfer coding ${quoted(other, 40)}.`,
        `${response.show('transfer-encoding')}\n${request.show('te')}`,
      )
    },
    remedy: 'Compress by Content-Encoding instead, and leave Transfer-Encoding to Node.',
  },
  {
    id: '9112-7.1-chunked-grammar',
    level: 'MUST NOT',
    rfc: '9112',
    section: '7.1',
    topic: 'framing',
    statement:
      'Chunked content is a row of chunks, each as the grammar has it, a last one of size 0, trailers and an empty line.',
    fields: ['transfer-encoding'],
    needs: ['end'],
    applies: (exchange) =>
      isHttp1(exchange.response) && exchange.mayHaveContent && transferCodings(exchange.response).at(-1) === 'chunked',
    check: ({ response }) => {
      const { chunkFault, surplus = 0 } = response.message
      if (chunkFault !== undefined)
        return fault(`The chunks do not follow the grammar: ${chunkFault}.`, response.show('transfer-encoding'))
      if (surplus === 0) return undefined
      return fault(
        `After the last chunk and the empty line ${surplus} more bytes came, which begin no other response.`,
        response.show('transfer-encoding'),
      )
    },
    remedy: 'Write to res and let Node make the chunks; never write to its socket.',
  },
]
