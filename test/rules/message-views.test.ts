import { describe, expect, it } from 'vitest'
import type { ResponseMessage } from '../../src/rules/exchange.ts'
import { InterimView, RequestView, ResponseView } from '../../src/rules/exchange-view.ts'
import { encodeUtf8 } from '../../src/rules/grammar/utf8.ts'

type Lines = ResponseMessage['fields']

const response = (fields: Lines, more: Partial<ResponseMessage> = {}): ResponseView =>
  new ResponseView({ version: '1.1', status: 200, fields, ...more })

const withContent = (content: string, ...fields: Lines): ResponseView =>
  response(fields, { content: encodeUtf8(content) })

describe('a request', () => {
  it('has what its message has', () => {
    const message = { method: 'PUT', target: '/a', version: '2', fields: [['a', 'b']] } as const
    const view = new RequestView(message)
    expect([view.message, view.method, view.target, view.version, view.get('a')]).toEqual([
      message,
      'PUT',
      '/a',
      '2',
      'b',
    ])
    expect(view.line).toBe('PUT /a HTTP/2')
  })
})

describe('a response', () => {
  it('has what its message has', () => {
    const view = new InterimView({ version: '1.0', status: 103, reason: 'Early Hints', fields: [['A', 'b']] })
    expect([view.version, view.status, view.reason, view.get('a')]).toEqual(['1.0', 103, 'Early Hints', 'b'])
  })

  it.each([
    [undefined, 'HTTP/1.1 200'],
    ['', 'HTTP/1.1 200'],
    ['OK', 'HTTP/1.1 200 OK'],
  ])('with the reason %j has a status line', (reason, line) => {
    expect(response([], { reason }).line).toBe(line)
  })

  it.each([
    [{}, undefined, 0],
    [{ surplus: 2 }, undefined, 2],
    [{ contentLength: 5 }, 5, 5],
    [{ contentLength: 5, surplus: 2 }, 5, 7],
    [{ contentLength: 5, content: new Uint8Array(3) }, 3, 3],
  ])('of %j has a length', (message, length, afterFields) => {
    const view = response([], message)
    expect([view.contentLength, view.bytesAfterFields]).toEqual([length, afterFields])
  })

  it('has one Content-Type or none', () => {
    const html = response([['Content-Type', 'Text/HTML; charset=utf-8']])
    expect(html.contentType?.essence).toBe('text/html')
    expect(html.contentType).toBe(html.contentType)
    expect([html.isOfType('a/b', 'text/html'), html.isOfType('text/plain')]).toEqual([true, false])
    for (const values of [[], ['html'], ['text/html', 'text/html'], ['']]) {
      const view = response(values.map((value) => ['Content-Type', value] as const))
      expect([view.contentType, view.contentType, view.isOfType('text/html')]).toEqual([undefined, undefined, false])
    }
  })

  it('has the directives of Cache-Control that parse', () => {
    const view = response([
      ['Cache-Control', 'Max-Age=5, a b'],
      ['Cache-Control', 'no-store'],
    ])
    expect(view.cacheControl.map(({ name }) => name)).toEqual(['max-age', 'no-store'])
    expect(view.cacheControl).toBe(view.cacheControl)
    expect([view.hasDirective('max-age'), view.hasDirective('no-cache')]).toEqual([true, false])
  })

  it('has challenges, to the client and to its proxy', () => {
    const view = response([
      ['WWW-Authenticate', 'Basic realm="a"'],
      ['Proxy-Authenticate', 'Negotiate'],
      ['WWW-Authenticate', 'Bearer'],
    ])
    expect(view.challenges?.map(({ scheme }) => scheme)).toEqual(['basic', 'bearer'])
    expect(view.proxyChallenges?.map(({ scheme }) => scheme)).toEqual(['negotiate'])
    expect(view.challenges).toBe(view.challenges)
    expect(view.proxyChallenges).toBe(view.proxyChallenges)
    for (const fields of [[], [['WWW-Authenticate', '"'] as const, ['Proxy-Authenticate', '"'] as const]]) {
      const none = response(fields)
      expect([none.challenges, none.challenges, none.proxyChallenges, none.proxyChallenges]).toEqual(Array(4))
    }
  })

  it('has a date, in the form that may be sent', () => {
    expect(response([['Date', 'Sun, 06 Nov 1994 08:49:37 GMT']]).date).toBe(784111777000)
    expect(response([['Date', 'Sun Nov  6 08:49:37 1994']]).date).toBeUndefined()
    expect(response([]).date).toBeUndefined()
  })

  it.each([
    [[], false],
    [['identity'], false],
    [['Identity, IDENTITY'], false],
    [['identity', 'gzip'], true],
    [['br'], true],
  ])('with Content-Encoding %j is coded: %s', (values, isCoded) => {
    const view = withContent('{}', ...values.map((value) => ['Content-Encoding', value] as const))
    expect(view.isCoded).toBe(isCoded)
    expect([view.text, view.json]).toEqual(isCoded ? [undefined, undefined] : ['{}', { value: {} }])
  })

  it.each([
    ['{"a":1}', { value: { a: 1 } }],
    ['null', { value: null }],
    ['{', undefined],
    ['', undefined],
  ])('has %j as text and, if it is any, as JSON', (text, json) => {
    const view = withContent(text)
    expect([view.text, view.json]).toEqual([text, json])
    expect(view.json).toBe(view.json)
  })

  it('has no text that nobody saw, or that is no UTF-8', () => {
    for (const view of [response([]), response([], { content: Uint8Array.of(0xff) })])
      expect([view.text, view.text, view.json, view.json]).toEqual(Array(4))
  })
})
