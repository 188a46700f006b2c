import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Length } from '../../src/headers/index.ts'
import { anyText } from './arbitraries.ts'

describe('utf8Length', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['\x7f', 1],
    ['\x80', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\uffff', 3],
    ['\u{10000}', 4],
    ['\u{10ffff}', 4],
    ['\uffff\x80', 5],
    ['naïve', 6],
  ])('of %j is %i (RFC 3629 §3)', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes)
  })

  it.each([
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    '\ud800\ud800',
    '\udc00\udc00',
    '\ud800a',
    '\ud800\ue000',
    '\ue000\udc00',
  ])('counts lone surrogates as U+FFFD in %j', (text) => {
    expect(utf8Length(text)).toBe(Buffer.byteLength(text.toWellFormed()))
  })

  it('is what is sent, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(Buffer.from(text, 'utf8').length)
      }),
    )
  })
})
