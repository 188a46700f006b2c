import { describe, expect, it } from 'vitest'
import { exchangeOf, transcriptOf } from '../../src/rules/index.ts'

const TRANSCRIPT = [
  '> GET / HTTP/1.1',
  '> Host: a.example',
  '< HTTP/1.1 103 Early Hints',
  '< Link: <a>',
  '< HTTP/1.1 200 OK',
  '< Date: Sat, 21 Nov 2026 08:00:00 GMT',
  '< Content-Length: 3',
].join('\n')
const exchange = exchangeOf(`# as is\n${TRANSCRIPT}\n<\n< a\n< b`)
const { response } = exchange

describe('a transcript for people', () => {
  it('has the messages, with the text that is worth showing', () => {
    expect(transcriptOf(exchange, 'a\nb')).toBe(`${TRANSCRIPT}\n< \n< a\n< b`)
  })

  it('has the length of other content', () => {
    expect(transcriptOf(exchange)).toBe(`${TRANSCRIPT}\n< \n< (3 bytes)`)
    expect(transcriptOf(exchange, '')).toBe(`${TRANSCRIPT}\n< \n< (3 bytes)`)
    const measured = { ...exchange, response: { ...response, content: undefined, contentLength: 5 } }
    expect(transcriptOf(measured)).toBe(`${TRANSCRIPT}\n< \n< (5 bytes)`)
  })

  it('says nothing of content that there is not, or that was not seen', () => {
    for (const content of [new Uint8Array(), undefined]) {
      const without = { ...exchange, response: { ...response, content, contentLength: undefined } }
      expect(transcriptOf(without)).toBe(TRANSCRIPT)
    }
  })

  it('says nothing of a request or interim responses that were not seen', () => {
    const seen = { response: { version: '2', status: 204, fields: [['a', '']] } } as const
    expect(transcriptOf(seen)).toBe('< HTTP/2 204\n< a: ')
  })
})
