import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFieldName, isFieldValue } from '../../../src/headers/index.ts'
import { isHead, parseStatusLine, splitFieldLine, splitHead } from '../../../src/rules/grammar/head.ts'
import { anyText, token } from '../../headers/arbitraries.ts'

const RFC_EXAMPLE = [
  'HTTP/1.1 200 OK',
  'Date: Mon, 27 Jul 2009 12:28:53 GMT',
  'Server: Apache',
  'Vary: Accept-Encoding',
  '',
  '',
].join('\r\n')

describe('the head of a response', () => {
  it('is a status line, field lines, and an empty line (RFC 9112 §2.1)', () => {
    expect(isHead(RFC_EXAMPLE)).toBe(true)
    expect(splitHead(RFC_EXAMPLE).fieldLines).toHaveLength(3)
    expect(isHead('HTTP/1.1 404 Not Found\r\n\r\n')).toBe(true)
  })

  it('has no other ends of lines than CRLF (RFC 9112 §2.2)', () => {
    expect(isHead('HTTP/1.1 200 OK\nA: b\r\n\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\nA: b\n\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\nA: b\rC: d\r\n\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\nA: b\nC: d\n\r\n\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\nA: b\r\n\n\n')).toBe(false)
    expect(splitHead('HTTP/1.1 200 OK\nA: b\r\n\r\n').statusLine).toEqual({ text: 'HTTP/1.1 200 OK', end: '\n' })
  })

  it('has no folded lines, nor blanks around the name (RFC 9112 §2.2, §5)', () => {
    expect(isHead('HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\n A: b\r\n\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\nA : b\r\n\r\n')).toBe(false)
  })

  it('has nothing after the empty line, and has one', () => {
    expect(isHead('HTTP/1.1 200 OK\r\nA: b\r\n')).toBe(false)
    expect(isHead('HTTP/1.1 200 OK\r\n\r\nA: b\r\n\r\n')).toBe(false)
    expect(isHead('')).toBe(false)
    expect(isHead('HTTP/1.1 20 OK\r\n\r\n')).toBe(false)
  })

  it('may have any blanks around a value, and an empty one (RFC 9112 §5)', () => {
    expect(isHead('HTTP/1.1 200 OK\r\nA:b\r\nC:\t d \r\nE:\r\nF: \r\n\r\n')).toBe(true)
  })

  it('takes the field names and values that can be written, and no others', () => {
    fc.assert(
      fc.property(fc.oneof(token, anyText), fc.oneof(token, anyText), (name, value) => {
        const lines = !/[\r\n]/.test(name + value)
        const trimmed = value.replace(/^[\t ]+|[\t ]+$/g, '')
        const expected = lines && isFieldName(name) && isFieldValue(trimmed)
        expect(isHead(`HTTP/1.1 200 OK\r\n${name}: ${value}\r\n\r\n`) && lines).toBe(expected)
      }),
    )
  })

  it('is cut into lines however they end, and may be cut off', () => {
    expect(splitHead('HTTP/1.1 200 OK\nA: b\r\nC: d\rE')).toEqual({
      statusLine: { text: 'HTTP/1.1 200 OK', end: '\n' },
      fieldLines: [
        { text: 'A: b', end: '\r\n' },
        { text: 'C: d\rE', end: '' },
      ],
    })
    expect(splitHead('HTTP/1.1 200 OK\r\nA: b\n\nC: d').fieldLines).toEqual([{ text: 'A: b', end: '\n' }])
    expect(splitHead('HTTP/1.1 200 OK\r\nA: b\n')).toMatchObject({ fieldLines: [{ text: 'A: b', end: '\n' }] })
    expect(splitHead('')).toEqual({ statusLine: { text: '', end: '' }, fieldLines: [] })
    expect(splitHead('\n')).toEqual({ statusLine: { text: '', end: '\n' }, fieldLines: [] })
  })

  it('is cut into what it was put together from', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(token, token)), (fields) => {
        const lines = fields.map(([name, value]) => `${name}: ${value}`)
        const { fieldLines } = splitHead(['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n'))
        expect(fieldLines.map(({ text }) => splitFieldLine(text))).toEqual(
          fields.map(([name, value]) => ({ name, value: ` ${value}` })),
        )
      }),
    )
  })

  it('is read in time that grows with its length', () => {
    for (const piece of ['\r', '\n', ' ', ':', 'a:\r\n', '\r\n ', '\0']) {
      const started = performance.now()
      isHead(`HTTP/1.1 200 ${piece.repeat(300_000)}\r\n\r\n`)
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })
})

describe('a status line', () => {
  it('has version, code and phrase, each after one space (RFC 9112 §4)', () => {
    expect(parseStatusLine('HTTP/1.1 404 Not Found')).toEqual({ version: '1.1', status: 404, reason: 'Not Found' })
    expect(parseStatusLine('HTTP/1.1 204 ')).toEqual({ version: '1.1', status: 204, reason: '' })
    expect(parseStatusLine('HTTP/1.0 200 d\xe9j\xe0\tvu')?.reason).toBe('d\xe9j\xe0\tvu')
  })

  it.each([
    'HTTP/1.1 204',
    'http/1.1 200 OK',
    'HTTP/1 200 OK',
    'HTTP/1.10 200 OK',
    'HTTP/1.1  200 OK',
    'HTTP/1.1 20 OK',
    'HTTP/1.1 2000 OK',
    'HTTP/1.1 200OK',
    ' HTTP/1.1 200 OK',
    'HTTP/1.1 200 O\0K',
    '',
  ])('is none: %j', (text) => {
    expect(parseStatusLine(text)).toBeUndefined()
  })
})

describe('a field line', () => {
  it('is cut at its first colon', () => {
    expect(splitFieldLine('A: b:c')).toEqual({ name: 'A', value: ' b:c' })
    expect(splitFieldLine('A :b')).toEqual({ name: 'A ', value: 'b' })
  })

  it('has a colon, and a name before it', () => {
    expect(splitFieldLine('no colon')).toBeUndefined()
    expect(splitFieldLine(':status: 200')).toBeUndefined()
  })
})
