import { describe, expect, it } from 'vitest'
import { type HttpProblem, Locked, type Reply } from '../../src/index.ts'
import { fromSip, type SipOptions, type SipResponse } from '../../src/sip/index.ts'
import { documentOf, toldOf } from '../recognize/recognized.ts'
import { specified } from '../support/specified.ts'

/** What a peer may say with any code. */
const said: SipResponse['headers'] = {
  'Retry-After': '120 (in a meeting);duration=3600',
  m: '<sip:secret@192.0.2.9>',
  Warning: '304 pbx.internal "Media type not available"',
  'min-expires': '90',
}

function problemOf(response: SipResponse | string, options?: SipOptions): HttpProblem {
  const problem = fromSip(response, options)
  if (!(problem instanceof Error)) throw new Error('No problem')
  return problem
}

function replyOf(response: SipResponse | string, options?: SipOptions): Reply {
  const reply = fromSip(response, options)
  if (reply === undefined || reply instanceof Error) throw new Error('No reply')
  return reply
}

describe('fromSip()', () => {
  it.each(specified.sip.filter(({ http }) => http === null))('gives nothing yet for $code $phrase', ({ code }) => {
    expect(fromSip({ status: code })).toBeUndefined()
  })

  it.each(specified.sip.filter(({ http }) => http !== null && http >= 400))(
    'makes of $code $phrase a $http, because $why',
    ({ code, phrase, http, retryAfter, members = [] }) => {
      const problem = problemOf({ status: code, headers: said }, { contacts: true })
      expect(problem.status).toBe(http)
      expect(problem.headers).toEqual(retryAfter ? { 'Retry-After': '120' } : {})
      expect(problem.extensions).toEqual({
        sipStatus: code,
        sipReason: phrase,
        ...(members.includes('contacts') ? { contacts: ['sip:secret@192.0.2.9'] } : {}),
        ...(members.includes('warnings') ? { warnings: [{ code: 304, text: 'Media type not available' }] } : {}),
        ...(members.includes('minExpires') ? { minExpires: 90 } : {}),
      })
      expect(problem.message).toBe(`SIP ${code} ${phrase}`)
    },
  )

  it('makes replies of successes', () => {
    expect(replyOf({ status: 200, reason: 'OK' })).toEqual({
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: '{"sipStatus":200,"sipReason":"OK"}',
    })
    expect(replyOf({ status: 202 })).toMatchObject({ status: 202, body: '{"sipStatus":202,"sipReason":"Accepted"}' })
    expect(replyOf({ status: 204 })).toEqual({ status: 204, headers: {} })
  })

  // Codes that are something else in HTTP.
  it.each([
    [416, 'Unsupported URI Scheme', 422, 'no range: nothing says how long anything is'],
    [417, 'Unknown Resource-Priority', 422, 'no expectation'],
    [421, 'Extension Required', 502, 'no misdirected request: another connection would not help'],
    [422, 'Session Interval Too Small', 502, 'no unprocessable content: the gateway chose the interval'],
    [423, 'Interval Too Brief', 422, 'no lock'],
    [428, 'Use Identity Header', 502, 'no missing precondition'],
    [429, 'Provide Referrer Identity', 502, 'no rate limit: waiting would not help'],
  ])('%i %s is a %i: %s', (code, phrase, http) => {
    const problem = problemOf({ status: code, reason: phrase, headers: said })
    expect(problem.status).toBe(http)
    expect(problem.headers).toEqual({})
    expect(documentOf(problem)).toMatchObject({ status: http, sipStatus: code, sipReason: phrase })
  })

  it.each([
    [199, undefined],
    [150, undefined],
    [299, 200],
    [399, 502],
    [499, 502],
    [599, 502],
    [699, 409],
  ])('understands an unknown %i by its class (RFC 3261 §8.1.3.2)', (code, http) => {
    expect(fromSip({ status: code })?.status).toBe(http)
  })

  it('says nothing of a reason that it does not know', () => {
    expect(problemOf({ status: 499 }).extensions).toEqual({ sipStatus: 499 })
    expect(problemOf({ status: 499 }).message).toBe('SIP 499')
  })

  it('passes on Retry-After of an unknown code as of the x00 of its class', () => {
    expect(problemOf({ status: 599, headers: said }).headers).toEqual({ 'Retry-After': '120' })
    expect(problemOf({ status: 499, headers: said }).headers).toEqual({})
  })

  it('keeps contacts back, which are private, unless the application allows them', () => {
    for (const status of [300, 302, 485]) {
      expect(toldOf(problemOf({ status, headers: said }))).not.toContain('secret')
      expect(toldOf(problemOf({ status, headers: said }, { contacts: false }))).not.toContain('secret')
      expect(problemOf({ status, headers: said }, { contacts: true }).extensions).toHaveProperty('contacts')
    }
    expect(toldOf(problemOf({ status: 486, headers: said }, { contacts: true }))).not.toContain('secret')
  })

  it('does not say which machine warned', () => {
    expect(toldOf(problemOf({ status: 488, headers: said }))).not.toContain('pbx')
  })

  it('leaves out fields that are malformed', () => {
    const headers = { 'Retry-After': 'soon', Warning: 'a', Contact: '<', 'Min-Expires': 'x' }
    for (const status of [302, 423, 486, 488]) {
      const { extensions, ...problem } = problemOf({ status, headers }, { contacts: true })
      expect([Object.keys(extensions), problem.headers]).toEqual([['sipStatus', 'sipReason'], {}])
    }
  })

  it('reads fields by any name and in any form that a stack gives them', () => {
    for (const headers of [{ 'RETRY-AFTER': '9' }, { 'retry-after': 9 }, { 'Retry-After': ['9'] }]) {
      expect(problemOf({ status: 486, headers }).headers).toEqual({ 'Retry-After': '9' })
    }
    // As sip.js and JsSIP tell them.
    const raw = { 'Retry-After': [{ raw: '9', parsed: { delta: 9 } }] }
    expect(problemOf({ status: 486, headers: raw }).headers).toEqual({ 'Retry-After': '9' })
    const junk = { 'Retry-After': [{}, null], Contact: undefined } as never
    expect(problemOf({ status: 486, headers: junk }).headers).toEqual({})
    expect(problemOf({ status: 486, headers: null as never }).headers).toEqual({})
  })

  it('cuts the reason down to a line', () => {
    const reasonOf = (reason: string): unknown => problemOf({ status: 486, reason }).extensions.sipReason
    expect(reasonOf('Besetzt')).toBe('Besetzt')
    expect(reasonOf(' a\r\nb\0c\u2028d ')).toBe('a  b c d')
    expect(reasonOf('')).toBe('Busy Here')
    expect(reasonOf('\ud800')).toBe('\ufffd')
    expect(reasonOf('a\u202eb\u2066c')).toBe('a b c')
    expect(reasonOf('a'.repeat(1e6))).toBe('a'.repeat(200))
    expect(reasonOf(`${'a'.repeat(199)}\u{1f600}b`)).toBe('a'.repeat(199))
    expect(reasonOf(7 as never)).toBe('Busy Here')
  })

  it('has the reason of a server that fails in the message alone, which is for the log, unless it is exposed', () => {
    const failure = { status: 500, reason: 'db-2.internal: wrong password' }
    expect(problemOf(failure).message).toBe('SIP 500 db-2.internal: wrong password')
    expect(toldOf(problemOf(failure))).not.toContain('db-2')
    expect(problemOf(failure).extensions).toEqual({ sipStatus: 500, sipReason: 'Server Internal Error' })
    expect(problemOf({ status: 599, reason: 'db-2.internal' }).extensions).toEqual({ sipStatus: 599 })
    expect(problemOf(failure, { statuses: { 500: 500 } }).extensions.sipReason).toBe('Server Internal Error')
    expect(problemOf(failure, { expose: true }).extensions.sipReason).toBe(failure.reason)
    expect(problemOf(failure, { statuses: { 500: 409 } }).extensions.sipReason).toBe(failure.reason)
  })

  it('takes the text of a message', () => {
    const text = 'SIP/2.0 480 Gone fishing\r\nRetry-After: 18000\r\n ;duration=3600\r\n\r\n'
    const problem = problemOf(text)
    expect(problem.status).toBe(409)
    expect(problem.headers).toEqual({ 'Retry-After': '18000' })
    expect(problem.extensions).toEqual({ sipStatus: 480, sipReason: 'Gone fishing' })
    expect(fromSip('SIP/2.0 180 Ringing\r\n\r\n')).toBeUndefined()
    expect(replyOf('SIP/2.0 200 OK\r\n\r\n').status).toBe(200)
  })

  it('says 502 of a peer that is not understood (RFC 9110 §15.6.3), and not why', () => {
    const responses = ['', 'HTTP/1.1 200 OK\r\n\r\n', { status: 99 }, { status: 700 }, { status: 486.5 }]
    for (const response of [...responses, { status: Number.NaN }]) {
      const problem = problemOf(response)
      expect([problem.status, problem.message]).toEqual([502, expect.stringMatching(/^No SIP response: /)])
      expect(toldOf(problem)).not.toContain('SIP')
    }
  })

  it('refuses what is no response in form, of which no peer is to blame', () => {
    for (const value of [
      undefined,
      null,
      486,
      () => {},
      {},
      { statusCode: 486 },
      { status: '486' },
      Buffer.from('SIP'),
    ]) {
      expect(() => fromSip(value as never)).toThrow(/takes a SIP response/)
      expect(() => fromSip(value as never)).toThrow(TypeError)
    }
    for (const headers of [[['Retry-After', '9']], new Map([['Retry-After', '9']]), new Headers(), 'Retry-After: 9']) {
      expect(() => fromSip({ status: 486, headers: headers as never })).toThrow(/takes header fields as an object/)
    }
  })
})

describe('an option of fromSip()', () => {
  it('statuses takes the place of the table, by code', () => {
    const statuses = { 486: 423, 487: 200, 603: 202, 600: 204, 499: 400, 429: 429 }
    expect(problemOf({ status: 486, headers: said }, { statuses })).toBeInstanceOf(Locked)
    expect(problemOf({ status: 486, headers: said }, { statuses }).headers).toEqual({ 'Retry-After': '120' })
    expect(replyOf({ status: 487 }, { statuses })).toMatchObject({ status: 200, body: expect.stringContaining('487') })
    expect(replyOf({ status: 603 }, { statuses }).status).toBe(202)
    expect(replyOf({ status: 600 }, { statuses })).toEqual({ status: 204, headers: {} })
    expect(problemOf({ status: 499 }, { statuses }).status).toBe(400)
    expect(problemOf({ status: 429 }, { statuses }).status).toBe(429)
    expect(problemOf({ status: 480 }, { statuses }).status).toBe(409)
    expect(problemOf({ status: 404 }, { statuses: { 404: 401 } }).status).toBe(401)
    expect(toldOf(problemOf({ status: 404 }, { statuses: { 404: 401 } }))).toContain('WWW-Authenticate')
  })

  it('retryAfter speaks where the peer may and does not', () => {
    expect(problemOf({ status: 486 }, { retryAfter: 30 }).headers).toEqual({ 'Retry-After': '30' })
    expect(problemOf({ status: 486, headers: said }, { retryAfter: 30 }).headers).toEqual({ 'Retry-After': '120' })
    expect(problemOf({ status: 404 }, { retryAfter: 30 }).headers).toEqual({})
  })

  it('expose: false tells the status alone', () => {
    expect(documentOf(problemOf({ status: 486, headers: said }, { expose: false }))).not.toHaveProperty('sipStatus')
    expect(documentOf(problemOf({ status: 486 }, { expose: true })).detail).toBe('SIP 486 Busy Here')
  })

  it.each([
    ['no object', null, /as an object/],
    [
      'one that there is not',
      { status: 1 },
      /^fromSip\(\) has no option "status" \(did you mean "statuses"\?\); it has /,
    ],
    ['a list', [], /as an object/],
    ['contacts that are no boolean', { contacts: 'yes' }, /"contacts" takes a boolean/],
    ['expose that is no boolean', { expose: 1 }, /"expose" takes a boolean/],
    ['a wrong retryAfter', { retryAfter: -1 }, /Retry-After/],
    ['statuses that are no object', { statuses: null }, /"statuses" takes/],
    ['statuses as a Map', { statuses: new Map([[486, 423]]) }, /"statuses" takes/],
    ['a status that is only reserved', { statuses: { 486: 418 } }, /not 418/],
    ['a provisional code', { statuses: { 180: 200 } }, /180 is no final response code/],
    ['no code', { statuses: { busy: 409 } }, /busy is no final response code/],
    ['a code of four digits', { statuses: { 4860: 409 } }, /4860 is no final response code/],
    ['a code behind another digit', { statuses: { 1486: 409 } }, /1486 is no final response code/],
    ['a redirect', { statuses: { 302: 302 } }, /not 302/],
    ['an unregistered status', { statuses: { 486: 499 } }, /not 499/],
    ['a text', { statuses: { 486: '409' } }, /not 409/],
    ['another success', { statuses: { 200: 206 } }, /not 206/],
    ['a 201, which has a Location', { statuses: { 200: 201 } }, /not 201/],
  ])('is refused: %s', (_name, options, message) => {
    expect(() => fromSip({ status: 486 }, options as never)).toThrow(TypeError)
    expect(() => fromSip({ status: 486 }, options as never)).toThrow(message)
  })
})
