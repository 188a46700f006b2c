import { describe, expect, it } from 'vitest'
import type { Exchange, RequestMessage } from '../../src/rules/exchange.ts'
import { ExchangeView } from '../../src/rules/exchange-view.ts'
import { NEEDS, type Need } from '../../src/rules/rule.ts'

type Fields = RequestMessage['fields']

const exchangeWith = (method: string, target: string, fields: Fields = [], status = 200): Exchange => ({
  request: { method, target, version: '1.1', fields },
  response: { version: '1.1', status, fields: [] },
})

const bare: Exchange = { response: { version: '1.1', status: 200, fields: [] } }

describe('a request that was not seen', () => {
  it('is a plain GET, and a guess of whoever asks', () => {
    const view = new ExchangeView(bare)
    expect(view.tellGuess()).toBe(false)
    expect(view.request.line).toBe('GET / HTTP/1.1')
    expect([...view.request.names()]).toEqual([])
    expect([view.tellGuess(), view.tellGuess()]).toEqual([true, false])
  })

  it('is no guess where it was seen', () => {
    const view = new ExchangeView(exchangeWith('PUT', '/a'))
    expect(view.request.line).toBe('PUT /a HTTP/1.1')
    expect(view.tellGuess()).toBe(false)
  })
})

describe('what came before', () => {
  it('is looked at once', () => {
    const interim = [{ version: '1.1', status: 103, fields: [] }] as const
    const view = new ExchangeView({ ...bare, interim, earlier: [exchangeWith('GET', '/a')] })
    expect(view.interim.map(({ status }) => status)).toEqual([103])
    expect(view.earlier.map(({ request }) => request.target)).toEqual(['/a'])
    expect([view.interim, view.earlier].every((one, at) => one === [view.interim, view.earlier][at])).toBe(true)
    expect([new ExchangeView(bare).interim, new ExchangeView(bare).earlier]).toEqual([[], []])
  })

  it('is the last exchange with the same target of the same host that a condition holds for', () => {
    const [a, b] = [[['Host', 'a.example']] as const, [['Host', 'b.example']] as const]
    const earlier = [
      exchangeWith('GET', '/x', a, 200),
      exchangeWith('GET', '/x', [['host', 'A.EXAMPLE']], 201),
      exchangeWith('GET', '/x', a, 404),
      exchangeWith('GET', '/y', a, 202),
      exchangeWith('GET', '/x', b, 203),
    ]
    const view = new ExchangeView({ ...exchangeWith('GET', '/x', a), earlier })
    expect(view.before(({ response }) => response.status < 300)?.response.status).toBe(201)
    expect(view.before(() => true)?.response.status).toBe(404)
    expect(view.before(() => false)).toBeUndefined()
    const other = new ExchangeView({ ...exchangeWith('GET', '/x'), earlier })
    expect(other.before(() => true)).toBeUndefined()
  })
})

describe('a response', () => {
  it.each([
    ['GET', 200, true],
    ['GET', 199, false],
    ['GET', 101, false],
    ['GET', 203, true],
    ['GET', 204, false],
    ['GET', 205, true],
    ['GET', 304, false],
    ['HEAD', 200, false],
    ['HEAD', 404, false],
    ['CONNECT', 200, false],
    ['CONNECT', 299, false],
    ['CONNECT', 300, true],
    ['POST', 299, true],
  ])('to %s with %i may have content: %s (RFC 9112 §6.3)', (method, status, expected) => {
    expect(new ExchangeView(exchangeWith(method, '/', [], status)).mayHaveContent).toBe(expected)
  })

  it('may have the content that it has where nobody saw the request', () => {
    const guessed = (contentLength: number, status: number): [may: boolean, isGuess: boolean] => {
      const view = new ExchangeView({ response: { version: '1.1', status, fields: [], contentLength } })
      return [view.mayHaveContent, view.tellGuess()]
    }
    expect(guessed(1, 200)).toEqual([true, false])
    expect(guessed(0, 200)).toEqual([true, true])
    expect(guessed(1, 204)).toEqual([false, false])
    const toHead = exchangeWith('HEAD', '/')
    const withContent = { ...toHead, response: { ...toHead.response, contentLength: 1 } }
    expect(new ExchangeView(withContent).mayHaveContent).toBe(false)
  })
})

describe('what was seen', () => {
  const { request, response } = exchangeWith('GET', '/')
  const seenOf = (exchange: Exchange): Need[] => NEEDS.filter((need) => new ExchangeView(exchange).sees(need))

  it.each<[string, Partial<Exchange['response']>, Need[]]>([
    ['the least', {}, ['lines', 'sent']],
    ['content', { content: new Uint8Array() }, ['content', 'length', 'lines', 'sent']],
    ['the length of content', { contentLength: 0 }, ['length', 'lines', 'sent']],
    ['combined lines', { combined: true }, ['sent']],
    ['what was not sent', { unsent: true }, ['lines']],
    ['separate lines that were sent', { combined: false, unsent: false }, ['lines', 'sent']],
    ['a head', { head: '' }, ['lines', 'head', 'sent']],
    ['an end', { complete: false }, ['lines', 'end', 'sent']],
    ['the connection', { closed: false }, ['lines', 'connection', 'sent']],
    ['trailers', { trailers: [] }, ['lines', 'trailers', 'sent']],
  ])('of a response: %s', (_what, more, expected) => {
    expect(seenOf({ request, response: { ...response, ...more } })).toEqual(expected)
  })

  it.each<[string, Partial<Exchange>, Need[]]>([
    ['no request', { request: undefined }, ['lines', 'sent']],
    ['no interim responses', { interim: [] }, ['lines', 'interim', 'sent']],
    ['nothing earlier', { earlier: [] }, ['lines', 'sent']],
    ['something earlier', { earlier: [bare] }, ['lines', 'earlier', 'sent']],
    ['no TLS', { request: { ...request, secure: false } as RequestMessage }, ['lines', 'secure', 'sent']],
  ])('of an exchange: %s', (_what, more, expected) => {
    expect(seenOf({ request, response, ...more })).toEqual(expected)
  })
})
