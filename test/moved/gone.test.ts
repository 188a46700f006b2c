import { describe, expect, it } from 'vitest'
import { createGone } from '../../src/moved/index.ts'

const isGone = createGone(['/old', '/legacy/*', '/users/:id/avatar'])
const statusOf = (target: string, method = 'GET', headers = {}): unknown => isGone({ method, headers }, target)?.status

describe('gone()', () => {
  it.each(['/old', '/old?a=1', '/%6fld', '/legacy/', '/legacy/a/b', '/users/7/avatar', 'http://a.example/old'])(
    'knows %s',
    (target) => {
      expect(statusOf(target)).toBe(410)
    },
  )

  it.each([
    '/',
    '/old/',
    '/older',
    '/legacy',
    '/users/avatar',
    '/users/7',
    '/users//avatar',
    '//old',
    '*',
    '',
    '/x/../old',
  ])('does not know %s', (target) => {
    expect(statusOf(target)).toBeUndefined()
  })

  it('is meant for every method, but for CORS preflights', () => {
    for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'QUERY'])
      expect(statusOf('/old', method)).toBe(410)
    expect(statusOf('/old', 'OPTIONS', { 'access-control-request-method': 'GET' })).toBeUndefined()
  })

  it('may know nothing', () => {
    expect(createGone([])({ headers: {} }, '/old')).toBeUndefined()
  })

  it.each([
    [undefined, /takes an array/],
    ['/old', /takes an array/],
    [{ '/old': '/new' }, /takes an array/],
    [['old'], /gone\(\) takes paths/],
    [[7], /not number/],
    [[null], /not null/],
    [['/a*'], /\* stands for/],
    [['/../a'], /is no segment/],
    [['/a/:id?'], /gone\(\): .* is a pattern of routers/],
    [['/a/(b|c)'], /is a pattern of routers/],
  ])('refuses %j', (patterns, message) => {
    expect(() => createGone(patterns as never)).toThrow(TypeError)
    expect(() => createGone(patterns as never)).toThrow(message)
  })

  it('has no options: whoever gives it some is told', () => {
    expect(() => createGone(['/a'], { detail: 'x' } as never)).toThrow(/gone\(\) takes paths alone/)
  })
})
