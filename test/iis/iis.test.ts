import { describe, expect, it } from 'vitest'
import { iis } from '../../src/iis/index.ts'
import { basic, Forbidden, HttpProblem, ServiceUnavailable } from '../../src/index.ts'
import { BRAND } from '../../src/problems/internal.ts'
import { documentOf, recognized, toldOf } from '../recognize/recognized.ts'

const challenges = [basic({ realm: 'intranet' })] as const
// As JavaScript may call it.
const untyped = iis as (code: unknown, facts?: unknown) => HttpProblem

describe('iis()', () => {
  it('makes the typed error of the HTTP status, which knows its sub-status', () => {
    expect(iis('403.4')).toBeInstanceOf(Forbidden)
    expect(iis('403.9')).toBeInstanceOf(ServiceUnavailable)
    expect(iis('403.4').substatus).toBe('403.4')
    expect(iis('403.4').name).toBe('ForbiddenError')
  })

  it('has the sub-status in its message, for the log, and in the stack', () => {
    expect(iis('403.4').message).toBe('IIS 403.4 SSL required')
    expect(iis('403.4', { message: 'port 80' }).message).toBe('IIS 403.4 SSL required: port 80')
    expect(iis('403.4').stack).toMatch(/^ForbiddenError: IIS 403\.4 SSL required\n/)
  })

  it('does not tell the client the sub-status, but what was given for it by name', () => {
    const problem = iis('403.4', {
      detail: 'Use https.',
      extensions: { help: '/tls' },
      instance: '/a',
      message: 'port 80',
    })
    expect(documentOf(problem)).toEqual({
      type: 'about:blank',
      status: 403,
      title: 'Forbidden',
      detail: 'Use https.',
      instance: '/a',
      help: '/tls',
    })
    expect([problem.type, problem.title]).toEqual([undefined, undefined])
    expect(JSON.stringify(problem)).not.toMatch(/403\.4|SSL|port 80/)
  })

  it('has expose: false for who looks at that alone, such as Koa without problems(), since its message is for the log', () => {
    expect(iis('403.4').expose).toBe(false)
    expect(iis('403.4', { expose: true }).expose).toBe(true)
  })

  it('tells the client with expose: true', () => {
    expect(documentOf(iis('403.4', { expose: true }))).toEqual({
      type: 'urn:statuswise:iis:403.4',
      status: 403,
      title: 'SSL required',
      detail: documentOf(iis('403.4')).detail,
    })
    expect(documentOf(iis('403.9', { expose: true }))).toMatchObject({
      type: 'urn:statuswise:iis:403.9',
      status: 503,
      title: 'Too many users',
    })
    expect(documentOf(iis('403.4', { expose: true, message: 'Use https.' })).detail).toBe('Use https.')
    expect(documentOf(iis('403.4', { expose: true, message: 'no', detail: 'Use https.' })).detail).toBe('Use https.')
  })

  it('tells the client the status alone with expose: false', () => {
    expect(documentOf(iis('403.4', { expose: false, detail: 'no' }))).toEqual(documentOf(new Forbidden()))
  })

  it('asks for challenges where it is a 401 (RFC 9110 §15.5.2)', () => {
    for (const code of ['401.1', '401.2', '403.20']) {
      expect(() => untyped(code)).toThrow(/challenges/)
      expect(untyped(code, { challenges }).headers).toEqual({ 'WWW-Authenticate': ['Basic realm="intranet"'] })
    }
  })

  it('leaves challenges out where it is none: a sub-status known only at run time may be either', () => {
    expect(untyped('403.4', { challenges }).headers).toEqual({})
  })

  it('has Retry-After where it passes by itself, in a minute if nobody knows better', () => {
    for (const code of ['403.9', '403.15', '500.12', '500.13'] as const) {
      expect(iis(code).headers).toEqual({ 'Retry-After': '60' })
      expect(iis(code, { retryAfter: 5 }).headers).toEqual({ 'Retry-After': '5' })
      expect(iis(code, { retryAfter: undefined }).headers).toEqual({ 'Retry-After': '60' })
    }
    expect(iis('403.4').headers).toEqual({})
  })

  it('takes the cause and header fields', () => {
    const cause = new Error('a')
    expect(iis('403.4', { cause }).cause).toBe(cause)
    expect(iis('403.4', { headers: { 'X-Note': 'a' } }).headers).toEqual({ 'X-Note': 'a' })
  })

  it('is the plain status where the sub-status is not in the table', () => {
    const problem = iis('403.99')
    expect([problem.status, problem.substatus, problem.message]).toEqual([403, '403.99', 'IIS 403.99'])
    expect(toldOf(problem)).not.toContain('403.99')
    expect(documentOf(iis('403.99', { expose: true }))).toMatchObject({
      type: 'urn:statuswise:iis:403.99',
      title: 'Forbidden',
    })
    expect(iis('405.1', { allow: ['GET'] }).headers).toEqual({ Allow: 'GET, HEAD' })
  })

  it.each([
    ...['403', '403.', '.4', '403.4.1', '403.04', '403.-4', ' 403.4', '403.4\n', '4030.4', '403.4444', 'toString'],
    ...['200.1', '301.1', '418.1', '499.1', '600.1', '000.0', '', 403.4, 403, null, undefined, {}, [], Symbol('a')],
  ])('refuses %s, and says what it takes', (code) => {
    expect(() => untyped(code)).toThrow(TypeError)
    expect(() => untyped(code)).toThrow(/takes a sub-status as text, such as '403\.4'/)
  })

  it.each([
    ['an Error', new Error('a'), /\{ cause \}/],
    ['a text', 'a', /takes an object of facts/],
    ['null', null, /takes an object of facts/],
    ['a type', { type: 'urn:a' }, /"type" of its own/],
    ['a title', { title: 'a' }, /"title" of its own/],
    ['an unknown fact', { colour: 'red' }, /no fact "colour"/],
    ['a message that is no text', { message: 7 }, /"message" has the wrong type/],
    ['an expose that is no boolean', { expose: 'yes' }, /"expose" has the wrong type/],
    ['a wrong Retry-After', { retryAfter: -1 }, /Retry-After/],
  ])('refuses %s', (_name, facts, message) => {
    expect(() => untyped('403.4', facts)).toThrow(message)
    expect(() => untyped('403.4', facts)).toThrow(TypeError)
  })

  it('is told from another copy of the package by its mark', () => {
    const theirs = Object.assign(new Error('IIS 403.4 SSL required'), {
      status: 403,
      expose: false,
      detail: 'Use https.',
      [BRAND]: 'named',
    })
    expect(documentOf(theirs)).toMatchObject({ status: 403, title: 'Forbidden', detail: 'Use https.' })
    expect(toldOf(theirs)).not.toContain('403.4')
    expect(recognized(theirs).problem).toBeInstanceOf(HttpProblem)
  })
})
