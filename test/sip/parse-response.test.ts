import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadGateway } from '../../src/index.ts'
import { parseSipResponse } from '../../src/sip/index.ts'

const BUSY = [
  'SIP/2.0 486 Busy Here',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1',
  'v: SIP/2.0/UDP 192.0.2.2',
  'To: <sip:b@example.com>',
  ' ;tag=2',
  'i : 1@192.0.2.1',
  'm:<sip:b@192.0.2.9>',
  'Subject:',
  '',
  'v=0\r\n',
].join('\r\n')

describe('parseSipResponse()', () => {
  it('reads status line and fields: compact forms, folded lines, repeated ones (RFC 3261 §7)', () => {
    const { headers, ...rest } = parseSipResponse(BUSY)
    expect(rest).toEqual({ status: 486, reason: 'Busy Here' })
    expect({ ...headers }).toEqual({
      via: ['SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1', 'SIP/2.0/UDP 192.0.2.2'],
      to: ['<sip:b@example.com> ;tag=2'],
      'call-id': ['1@192.0.2.1'],
      contact: ['<sip:b@192.0.2.9>'],
      subject: [''],
    })
  })

  it.each([
    ['no field at all', 'SIP/2.0 200 OK\r\n\r\n', { status: 200, reason: 'OK' }],
    ['an empty reason', 'SIP/2.0 200 \r\n\r\n', { status: 200, reason: '' }],
    ['a reason in UTF-8', 'SIP/2.0 200 \u3044\u3044\u3088\r\n\r\n', { status: 200, reason: '\u3044\u3044\u3088' }],
    ['a version in small letters (§7.1)', 'sip/2.0 200 OK\r\n\r\n', { status: 200, reason: 'OK' }],
    ['empty lines before it (§7.5)', '\r\n\r\n\r\nSIP/2.0 200 OK\r\n\r\n', { status: 200, reason: 'OK' }],
  ])('takes %s', (_name, text, expected) => {
    expect(parseSipResponse(text)).toMatchObject(expected)
  })

  it('cannot be told to change prototypes', () => {
    const { headers } = parseSipResponse('SIP/2.0 200 OK\r\n__proto__: a\r\nconstructor: b\r\n\r\n')
    expect(Object.entries(headers)).toEqual([
      ['__proto__', ['a']],
      ['constructor', ['b']],
    ])
  })

  it.each([
    ['nothing', 'its head has no end', ''],
    ['a keep-alive', 'its head has no end', '\r\n\r\n'],
    ['a request', 'its first line is no status line', 'INVITE sip:a@b SIP/2.0\r\n\r\n'],
    ['HTTP', 'its first line is no status line', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['another version', 'its first line is no status line', 'SIP/3.0 200 OK\r\n\r\n'],
    ['a status of four digits', 'its first line is no status line', 'SIP/2.0 2000 OK\r\n\r\n'],
    ['a status below 100', 'its first line is no status line', 'SIP/2.0 099 OK\r\n\r\n'],
    ['a status above 699', 'its first line is no status line', 'SIP/2.0 700 OK\r\n\r\n'],
    ['two spaces', 'its first line is no status line', 'SIP/2.0  200 OK\r\n\r\n'],
    ['no space after the status', 'its first line is no status line', 'SIP/2.0 200\r\n\r\n'],
    ['a head without an end', 'its head has no end', 'SIP/2.0 200 OK\r\nVia: a\r\n'],
    ['bare line feeds', 'its head has no end', 'SIP/2.0 200 OK\nVia: a\n\n'],
    ['a bare carriage return in the reason', 'its first line is no status line', 'SIP/2.0 200 O\rK\r\n\r\n'],
    [
      'a bare line feed in a value',
      'a header field has a control character',
      'SIP/2.0 200 OK\r\nSubject: a\nVia: b\r\n\r\n',
    ],
    ['NUL in a value', 'a header field has a control character', 'SIP/2.0 200 OK\r\nSubject: a\0\r\n\r\n'],
    ['a field without a colon', 'a header field has no valid name', 'SIP/2.0 200 OK\r\nSubject\r\n\r\n'],
    ['a field without a name', 'a header field has no valid name', 'SIP/2.0 200 OK\r\n: a\r\n\r\n'],
    ['a name with a space', 'a header field has no valid name', 'SIP/2.0 200 OK\r\nSub ject: a\r\n\r\n'],
    [
      'a folded line with nothing before it',
      'a header field has no valid name',
      'SIP/2.0 200 OK\r\n Subject: a\r\n\r\n',
    ],
    ['257 lines', 'it has too many lines', `SIP/2.0 200 OK\r\n${'Subject: a\r\n'.repeat(257)}\r\n`],
    ['more than a datagram holds', 'it is too long', `SIP/2.0 200 OK\r\nSubject: ${'a'.repeat(65_536)}\r\n\r\n`],
  ])('refuses %s with a 502 that says why: %s', (_name, why, text) => {
    expect(() => parseSipResponse(text)).toThrow(BadGateway)
    expect(() => parseSipResponse(text)).toThrow(`No SIP response: ${why}`)
  })

  it('takes as much as it says', () => {
    const head = 'SIP/2.0 200 OK\r\n'
    expect(parseSipResponse(`${head}${'Subject: a\r\n'.repeat(256)}\r\n`).headers.subject).toHaveLength(256)
    const longest = `${head}Subject: `
    expect(parseSipResponse(`${longest}${'a'.repeat(65_535 - longest.length - 4)}\r\n\r\n`).status).toBe(200)
  })

  it('takes the whitespace around values and names away, and folded lines for one', () => {
    const { headers } = parseSipResponse('SIP/2.0 200 OK\r\nSubject \t:\t a\tb \t\r\n\t  c \r\nTo: \t \r\n\r\n')
    expect({ ...headers }).toEqual({ subject: ['a\tb \t c'], to: [''] })
  })

  it('refuses what is no text', () => {
    for (const value of [undefined, null, 7, {}, Buffer.from(BUSY)]) {
      expect(() => parseSipResponse(value as never)).toThrow(TypeError)
    }
  })

  it('takes any text, or refuses it with a 502', () => {
    const piece = fc.oneof(
      fc.constantFrom('SIP/2.0 ', '200 ', 'OK', '\r\n', '\r', '\n', ' ', '\t', ':', 'Via', 'v', '"', '\0', '\u00e9'),
      fc.string(),
    )
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, fc.boolean(), (tail, begun) => {
        try {
          const { status, headers } = parseSipResponse(begun ? `SIP/2.0 200 OK\r\n${tail}\r\n\r\n` : tail)
          expect(status).toBeGreaterThanOrEqual(100)
          for (const lines of Object.values(headers)) expect(lines.join('')).not.toMatch(/[\r\n\0]/)
        } catch (error) {
          if (!(error instanceof BadGateway)) throw error
        }
      }),
    )
  })

  it('takes linear time for the longest that it reads', () => {
    const start = performance.now()
    for (const piece of [' ', '\t', ':', 'a', '\r\n', '\r\n ', ' \r\n ', '"', 'a:\r\n']) {
      const text = `SIP/2.0 200 OK\r\nSubject: ${piece.repeat(30_000 / piece.length)}x\r\n\r\n`
      try {
        parseSipResponse(text)
      } catch (error) {
        expect(error).toBeInstanceOf(BadGateway)
      }
    }
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
