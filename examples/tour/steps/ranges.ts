import { readFileSync } from 'node:fs'
import type { RawResponse } from '../../../test/support/raw-client.ts'
import { expectEqual, expectField, expectMembers, expectProblem, expectStatus } from '../expect.ts'
import type { Step } from '../step.ts'

const CATALOGUE = readFileSync(new URL('../../orders/catalogue.csv', import.meta.url), 'latin1')
const SIZE = CATALOGUE.length
const TYPE = 'text/csv; charset=utf-8'
const ETAG = '"catalogue-7"'
const target = '/catalogue.csv'

/** A part in place of the whole. */
export const ranges: readonly Step[] = [
  {
    title: 'The first lines of a file',
    rule: 'A 206 says in Content-Range which part it has, and how long the whole is.',
    source: 'RFC 9110 §15.3.7.1, §14.4',
    send: [{ target, headers: { Range: 'bytes=0-64' } }],
    show: ['Content-Range', 'Content-Length', 'Content-Type', 'Accept-Ranges', 'ETag'],
    holds({ response }) {
      expectPart(response, 0, 64)
      expectField(response, 'Content-Type', TYPE)
      expectField(response, 'Accept-Ranges', 'bytes')
      expectField(response, 'ETag', ETAG)
    },
  },
  {
    title: 'Its last 30 bytes',
    rule: 'A range without a first position counts from the end.',
    source: 'RFC 9110 §14.1.2',
    send: [{ target, headers: { Range: 'bytes=-30' } }],
    show: ['Content-Range', 'Content-Length'],
    holds: ({ response }) => expectPart(response, SIZE - 30, SIZE - 1),
  },
  {
    title: 'Two lines far apart',
    rule: 'Several ranges come in one message, each with its own Content-Range.',
    source: 'RFC 9110 §15.3.7.2, §14.6',
    send: [{ target, headers: { Range: 'bytes=33-64,-30' } }],
    show: ['Content-Type', 'Content-Range', 'Content-Length'],
    holds({ response }) {
      expectStatus(response, 206)
      expectField(response, 'Content-Range', undefined)
      expectField(response, 'Content-Length', String(response.body.length))
      expectEqual('the parts', partsOf(response), [
        { range: `bytes 33-64/${SIZE}`, type: TYPE, content: CATALOGUE.slice(33, 65) },
        { range: `bytes ${SIZE - 30}-${SIZE - 1}/${SIZE}`, type: TYPE, content: CATALOGUE.slice(-30) },
      ])
    },
  },
  {
    title: 'The same bytes again and again',
    rule: 'Ranges that overlap become one: nobody is sent more than there is.',
    source: 'RFC 9110 §14.2, §17.15',
    send: [{ target, headers: { Range: 'bytes=0-9,5-64,0-64,0-9,5-64,0-64' } }],
    show: ['Content-Range', 'Content-Length'],
    holds: ({ response }) => expectPart(response, 0, 64),
  },
  {
    title: 'A range behind the end (representation, express.static, koa-send)',
    rule: 'A 416 tells the size in Content-Range.',
    source: 'RFC 9110 §15.5.17',
    send: [
      { target, headers: { Range: 'bytes=8000-' } },
      { target: '/files/price-list.csv', headers: { Range: 'bytes=5000-' } },
    ],
    show: ['Content-Range', 'Content-Type', 'ETag', 'Last-Modified', 'Cache-Control'],
    holds({ responses }) {
      expectEqual(
        'sizes',
        responses.map((response) => response.header('Content-Range')),
        [`bytes */${SIZE}`, 'bytes */89'],
      )
      for (const response of responses) {
        expectProblem(response, 416)
        for (const name of ['ETag', 'Last-Modified', 'Cache-Control']) expectField(response, name, undefined)
      }
    },
  },
  {
    title: 'A download that was interrupted, and goes on',
    rule: 'With If-Range the rest comes, if it still is the rest of the same.',
    source: 'RFC 9110 §13.1.5',
    send: [
      { target, headers: { Range: 'bytes=0-7775' } },
      { target, headers: { Range: 'bytes=7776-', 'If-Range': ETAG } },
    ],
    show: ['Content-Range', 'Content-Length', 'Content-Type', 'ETag', 'Last-Modified'],
    holds({ responses: [begun, rest], exchange }) {
      if (begun === undefined || rest === undefined) return expectEqual('responses', exchange.responses.length, 2)
      expectPart(begun, 0, 7775)
      expectPart(rest, 7776, SIZE - 1)
      for (const response of [begun, rest]) {
        expectField(response, 'ETag', ETAG)
        expectField(response, 'Content-Type', TYPE)
      }
      // Who asks with If-Range knows the rest of it (RFC 9110 §15.3.7).
      expectField(begun, 'Last-Modified', 'Mon, 05 Jan 2026 08:00:00 GMT')
      expectField(rest, 'Last-Modified', undefined)
      expectEqual('both together', begun.text() + rest.text(), CATALOGUE)
    },
  },
  {
    title: 'A download that was interrupted, and there is a new edition',
    rule: 'Where If-Range does not hold, the whole comes: two halves of two files are none.',
    source: 'RFC 9110 §13.1.5',
    send: [{ target, headers: { Range: 'bytes=7776-', 'If-Range': '"catalogue-6"' } }],
    show: ['Content-Range', 'Content-Length', 'ETag'],
    holds({ response }) {
      expectWhole(response)
      expectField(response, 'ETag', ETAG)
    },
  },
  {
    title: 'HEAD with Range, and a unit that nobody knows',
    rule: 'Range is for GET, and in known units: else it is as if it were not there.',
    source: 'RFC 9110 §14.2',
    send: [
      { method: 'HEAD', target, headers: { Range: 'bytes=0-64' } },
      { target, headers: { Range: 'lines=1-2' } },
    ],
    show: ['Content-Range', 'Content-Length', 'Accept-Ranges'],
    holds({ responses: [head, get], exchange }) {
      expectEqual('grammar', exchange.error, undefined)
      if (head === undefined || get === undefined) return expectEqual('responses', exchange.responses.length, 2)
      expectStatus(head, 200)
      expectField(head, 'Content-Range', undefined)
      expectField(head, 'Content-Length', String(SIZE))
      expectWhole(get)
      for (const response of [head, get]) expectField(response, 'Accept-Ranges', 'bytes')
    },
  },
  {
    title: 'A part, for a client that takes gzip, with compression in front',
    rule: 'Content-Range counts the bytes that are sent: no middleware codes them.',
    source: 'RFC 9110 §14.4, RFC 9111 §5.2.2.6',
    send: [{ target, headers: { Range: 'bytes=33-', 'Accept-Encoding': 'gzip' } }],
    show: ['Content-Range', 'Content-Length', 'Content-Encoding', 'Cache-Control'],
    holds({ response }) {
      expectPart(response, 33, SIZE - 1)
      expectField(response, 'Content-Encoding', undefined)
      expectMembers(response, 'Cache-Control', ['no-cache', 'no-transform'])
    },
  },
]

function expectPart(response: RawResponse, first: number, last: number): void {
  expectStatus(response, 206)
  expectField(response, 'Content-Range', `bytes ${first}-${last}/${SIZE}`)
  expectField(response, 'Content-Length', String(last - first + 1))
  expectEqual('the content', response.text(), CATALOGUE.slice(first, last + 1))
}

function expectWhole(response: RawResponse): void {
  expectStatus(response, 200)
  expectField(response, 'Content-Range', undefined)
  expectField(response, 'Content-Length', String(SIZE))
  expectEqual('the content', response.text(), CATALOGUE)
}

/** The parts of a multipart/byteranges (RFC 2046 §5.1.1). */
function partsOf(response: RawResponse): unknown[] {
  const type = response.header('Content-Type') ?? ''
  const [, boundary] = /^multipart\/byteranges; boundary=([\w'()+,./:=?-]+)$/.exec(type) ?? []
  expectEqual('a multipart/byteranges', boundary !== undefined, true)
  const [before, ...parts] = `\r\n${response.text()}`.split(`\r\n--${boundary}`)
  expectEqual('the ends of the content', [before?.trim(), parts.pop()?.trim()], ['', '--'])
  return parts.map((part) => {
    const [head = '', ...content] = part.split('\r\n\r\n')
    const field = (name: string) => new RegExp(`\r\n${name}: (.*)`).exec(head)?.[1]
    return { range: field('Content-Range'), type: field('Content-Type'), content: content.join('\r\n\r\n') }
  })
}
