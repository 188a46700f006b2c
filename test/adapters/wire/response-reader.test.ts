import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responseOf } from '../../../adapters/node/wire/response-message.ts'
import { ResponseReader } from '../../../adapters/node/wire/response-reader.ts'

const LIMITS = { content: 1000, head: 2000 }

function read(text: string, { method = 'GET', end }: { method?: string; end?: 'fin' | 'rst' } = {}): ResponseReader {
  const reader = new ResponseReader(method, LIMITS)
  reader.push(Buffer.from(text, 'latin1'))
  if (end !== undefined) reader.end(end === 'fin')
  return reader
}

const contentOf = (reader: ResponseReader): string => reader.content.toString('latin1')

describe('the head', () => {
  it('is kept as it was, with lines in their order, case and number', () => {
    const head = 'HTTP/1.1 200 OK\r\nvary: A\r\nVARY:B \r\nContent-Length: 0\r\n\r\n'
    const reader = read(head)
    expect(reader.head).toMatchObject({
      raw: head,
      version: '1.1',
      status: 200,
      reason: 'OK',
      fields: [
        ['vary', 'A'],
        ['VARY', 'B'],
        ['Content-Length', '0'],
      ],
      faults: [],
    })
    expect(reader.state).toBe('complete')
  })

  it.each([
    ['HTTP/1.1 404\r\n', { status: 404, reason: undefined }],
    ['HTTP/1.1 404 \r\n', { status: 404, reason: '' }],
    ['HTTP/1.0 200 OK\r\n', { version: '1.0' }],
    ['HTTP/1.1 999 \xfc\r\n', { status: 999, reason: '\xfc' }],
  ])('is read from %j', (line, expected) => {
    expect(read(`${line}Content-Length: 0\r\n\r\n`).head).toMatchObject(expected)
  })

  it.each([
    ['HTTP/1.1 200 OK\nContent-Length: 0\n\n', 'LF alone'],
    ['HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n', 'blank before the colon'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nnonsense\r\n\r\n', 'no field: "nonsense"'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: a\r\n b\r\n\r\n', 'folded'],
    ['HTTP/2.7 200 OK\r\nContent-Length: 0\r\n\r\n', 'HTTP/2.7'],
    ['\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', 'empty line before'],
  ])('is read although broken, and says how: %j', (text, fault) => {
    const reader = read(text)
    expect(reader.state).toBe('complete')
    expect(reader.faults.join(' ')).toContain(fault)
  })

  it.each(['SSH-2.0-OpenSSH_9.2\r\n', '<html>\n', 'HTTP/1.1 OK\r\n', 'ICY 200 OK\r\n'])('is none: %j', (text) => {
    const reader = read(text)
    expect(reader.state).toBe('garbage')
    expect(responseOf(reader, undefined)).toBeUndefined()
  })

  it('is garbage where it is cut short', () => {
    expect(read('HTTP/1.1 200 OK\r\nVary', { end: 'fin' }).state).toBe('garbage')
    expect(read('\x16\x03\x01', { end: 'rst' }).faults).toEqual(['This is no HTTP response: "\\x16\\x03\\x01".'])
  })

  it('may not be endless, in one line or in many', () => {
    expect(read(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(3000)}`).state).toBe('endless')
    expect(read(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(1000)}`).state).toBe('endless')
    expect(read('HTTP/1.1 100 Continue\r\n\r\n'.repeat(100)).state).toBe('endless')
  })
})

describe('interim responses', () => {
  it('come before the final one (RFC 9110 §15.2)', () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'
    const reader = read(`HTTP/1.1 100 Continue\r\n\r\n${hints}HTTP/1.1 204 No Content\r\n\r\n`)
    expect(reader.interim).toMatchObject([{ status: 100 }, { status: 103, fields: [['Link', '</a>']] }])
    expect(reader.head?.status).toBe(204)
  })

  it('101 is final, and what follows it is another protocol', () => {
    const reader = read('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nanything')
    expect(responseOf(reader, false)).toMatchObject({ status: 101, complete: true, surplus: 0 })
  })
})

describe('the end of the content (RFC 9112 §6.3)', () => {
  it('is at once for HEAD, 204 and 304, whatever the fields say', () => {
    const head = (status: number): string => `HTTP/1.1 ${status} X\r\nContent-Length: 5\r\n\r\n`
    expect(read(head(200), { method: 'HEAD' }).state).toBe('complete')
    expect(read(head(204)).state).toBe('complete')
    expect(read(head(304)).state).toBe('complete')
    expect(responseOf(read(`${head(304)}12345`), false)?.surplus).toBe(5)
  })

  it('is by Content-Length, and the rest is surplus', () => {
    const reader = read('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcde')
    expect(contentOf(reader)).toBe('abc')
    expect(responseOf(reader, false)).toMatchObject({ complete: true, surplus: 2, contentLength: 3 })
  })

  it('is no surplus where another response begins', () => {
    const one = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
    expect(responseOf(read(one + one), false)?.surplus).toBe(0)
  })

  it('is by chunks, with extensions and trailers', () => {
    const reader = read(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 99\r\n\r\n3;x="y"\r\nabc\r\nA \r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\nmore',
    )
    expect(contentOf(reader)).toBe('abc0123456789')
    expect(responseOf(reader, true)).toMatchObject({
      complete: true,
      closed: true,
      surplus: 4,
      trailers: [['X-Sum', '1']],
      chunkFault: undefined,
    })
  })

  it.each([
    ['zz\r\nabc\r\n', 'no number'],
    ['3\r\nabcd\r\n0\r\n\r\n', 'longer than its size'],
    ['-3\r\nabc\r\n', 'no number'],
    ['fffffffffffffffff\r\n', 'no number'],
  ])('is not found in broken chunks: %j', (chunks, fault) => {
    const reader = read(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`)
    expect(reader.state).toBe('cut')
    expect(reader.faults.join(' ')).toContain(fault)
    expect(responseOf(reader, undefined)).toMatchObject({ complete: false })
    expect(responseOf(reader, undefined)?.chunkFault).toContain(fault)
  })

  it('is the end of the connection where nothing else is, unless that is reset', () => {
    const text = 'HTTP/1.1 200 OK\r\n\r\nsome'
    expect(read(text).state).toBe('content')
    expect(responseOf(read(text, { end: 'fin' }), true)).toMatchObject({ complete: true, contentLength: 4 })
    expect(responseOf(read(text, { end: 'rst' }), true)).toMatchObject({ complete: false })
  })

  it.each([
    'Content-Length: 3, 4',
    'Content-Length: -1',
    'Content-Length: 1e3',
    'Content-Length: 3\r\nContent-Length: 5',
  ])('is not by an invalid %j', (field) => {
    const reader = read(`HTTP/1.1 200 OK\r\n${field}\r\n\r\nabc`, { end: 'fin' })
    expect(reader.framing).toEqual({ kind: 'close' })
    expect(reader.faults.join(' ')).toContain('not one number')
  })

  it('is by the same length said twice', () => {
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\nabc').state).toBe('complete')
  })

  it('is cut where the connection ends before', () => {
    const reader = read('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc', { end: 'fin' })
    expect(responseOf(reader, true)).toMatchObject({ complete: false, contentLength: 3 })
    const chunked = read('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', { end: 'fin' })
    expect(responseOf(chunked, true)).toMatchObject({ complete: false, contentLength: 3 })
  })

  it('is not awaited beyond the limit, and then nothing is said of the content', () => {
    const reader = read(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1001)}`)
    expect(reader.state).toBe('endless')
    const response = responseOf(reader, undefined)
    expect(response).toMatchObject({ status: 200 })
    expect([response?.content, response?.contentLength, response?.complete]).toEqual([undefined, undefined, undefined])
  })
})

describe('pieces', () => {
  const messages = [
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n5\r\n12345\r\n0\r\nX: y\r\n\r\nrest',
    'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcderest',
    'HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\nuntil the end',
    'HTTP/1.1 200 OK\nContent-Length: 2\n\nabc',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabXX\r\n0\r\n\r\n',
    'no response at all\r\n',
  ]

  it('of any size make the same response', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), fc.array(fc.nat({ max: 120 }), { maxLength: 20 }), (text, cuts) => {
        const bytes = Buffer.from(text, 'latin1')
        const whole = new ResponseReader('GET', LIMITS)
        whole.push(bytes)
        whole.end(true)
        const pieces = new ResponseReader('GET', LIMITS)
        const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b)
        let from = 0
        for (const end of ends) {
          pieces.push(bytes.subarray(from, end))
          from = end
        }
        pieces.end(true)
        expect(pieces.state).toBe(whole.state)
        expect(pieces.faults).toEqual(whole.faults)
        expect(pieces.interim).toEqual(whole.interim)
        expect(responseOf(pieces, true)).toEqual(responseOf(whole, true))
      }),
    )
  })

  it('of garbage never throw', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('HTTP/1.1 200 OK\r\n', 'Transfer-Encoding: chunked\r\n', '\r\n', '5\r\n', '0\r\n\r\n', '\n', ':'),
    )
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 30 }), fc.boolean(), (parts, orderly) => {
        const reader = new ResponseReader('GET', LIMITS)
        for (const part of parts) reader.push(Buffer.from(part, 'utf8'))
        reader.end(orderly)
        responseOf(reader, orderly)
        expect(reader.hasBegun && reader.isDone).toBe(reader.hasBegun)
      }),
    )
  })

  it('of one byte each take no longer than their number', () => {
    const reader = new ResponseReader('GET', { content: 10, head: 300_000 })
    const byte = Buffer.from('x')
    const started = performance.now()
    reader.push(Buffer.from('HTTP/1.1 200 OK\r\nX: '))
    for (let count = 0; count < 250_000; count++) reader.push(byte)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
