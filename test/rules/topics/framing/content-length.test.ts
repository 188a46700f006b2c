import { describe, expect, it } from 'vitest'
import { audit } from '../../../../src/audit/index.ts'
import { type Exchange, exchangeOf, type ResponseMessage } from '../../../../src/rules/index.ts'

const found = (exchange: Exchange): string[] =>
  audit(exchange)
    .map(({ rule }) => rule.id)
    .filter((id) => id.includes('content-length'))

const seenAs = (exchange: Exchange, seen: Partial<ResponseMessage>): Exchange => ({
  ...exchange,
  response: { ...exchange.response, ...seen },
})

describe('where an API combined the fields', () => {
  const wrong = (coding: string): Exchange =>
    exchangeOf(`
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Encoding: ${coding}
      < Content-Length: 2
      <
      < tea
    `)

  it('the length of content with a coding is not held against it, as it was most likely decoded', () => {
    expect(found(seenAs(wrong('gzip'), { combined: true }))).toEqual([])
  })

  it('the length of any other content is', () => {
    expect(found(seenAs(wrong('gzip'), { combined: false }))).toEqual(['9112-6.3-content-length-matches-body'])
    expect(found(seenAs(wrong('identity'), { combined: true }))).toEqual(['9112-6.3-content-length-matches-body'])
  })
})

describe('where only the length of the content was seen', () => {
  const get = exchangeOf(`
    > GET / HTTP/1.1
    < HTTP/1.1 200 OK
  `)
  const head = exchangeOf(`
    > HEAD / HTTP/1.1
    < HTTP/1.1 200 OK
    < Content-Length: 4
  `)
  const ofLength = (contentLength: number): Exchange => seenAs(get, { content: undefined, contentLength })

  it('GETs of one length are one for HEAD', () => {
    expect(found({ ...head, earlier: [ofLength(3), ofLength(3)] })).toEqual(['9110-8.6-head-content-length-equals-get'])
    expect(found({ ...head, earlier: [ofLength(3), ofLength(2)] })).toEqual([])
  })

  it('and one that was seen does not make up for it', () => {
    const whole = seenAs(get, { content: new Uint8Array(3) })
    expect(found({ ...head, earlier: [whole, ofLength(3)] })).toEqual([])
  })
})
