import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf } from '../../../src/rules/index.ts'
import { isCacheable } from '../../../src/rules/shared/cacheability.ts'

const cacheable = (
  status: number,
  fields: readonly string[],
  method = 'GET',
  more: readonly string[] = [],
): boolean => {
  const request = [`${method} / HTTP/1.1`, ...more].map((line) => `> ${line}`)
  const response = [`HTTP/1.1 ${status}`, ...fields].map((line) => `< ${line}`)
  return isCacheable(new ExchangeView(exchangeOf([...request, ...response].join('\n'))))
}

const EARLIER = 'Sat, 21 Nov 2026 07:59:59 GMT'
const NOW = 'Sat, 21 Nov 2026 08:00:00 GMT'
const LATER = 'Sat, 21 Nov 2026 08:00:01 GMT'

describe('a response that a shared cache may use again (RFC 9111 §3, §4)', () => {
  it.each([
    [200, []],
    [404, []],
    [200, ['Cache-Control: max-age=1']],
    [200, ['Cache-Control: max-age=0, s-maxage=1']],
    [200, ['Cache-Control: no-cache="Set-Cookie"']],
    [200, [`Expires: ${LATER}`]],
    [200, [`Expires: ${NOW}`, 'Cache-Control: max-age=1']],
    [500, ['Cache-Control: max-age=1']],
    [500, ['Cache-Control: public']],
    [299, [`Expires: ${LATER}`]],
  ])('is a %i with %j', (status, fields) => {
    expect(cacheable(status, fields)).toBe(true)
    expect(cacheable(status, fields, 'HEAD')).toBe(true)
    expect(cacheable(status, fields, 'POST')).toBe(false)
    expect(cacheable(status, fields, 'get')).toBe(false)
  })

  it.each([
    [500, []],
    [302, []],
    [299, []],
    [200, ['Cache-Control: no-store, max-age=1']],
    [200, ['Cache-Control: private, max-age=1']],
    [200, ['Cache-Control: no-cache, max-age=1']],
    [200, ['Cache-Control: max-age=0']],
    [200, ['Cache-Control: max-age=1, max-age=0']],
    [200, ['Cache-Control: max-age=x, public']],
    [200, ['Cache-Control: max-age=1, s-maxage=0']],
    [200, [`Expires: ${NOW}`]],
    [200, [`Expires: ${EARLIER}`, 'Cache-Control: public']],
    [200, ['Expires: 0']],
    [200, [`Expires: ${LATER}`, 'Date: today']],
  ])('is no %i with %j', (status, fields) => {
    expect(cacheable(status, fields)).toBe(false)
  })

  it.each([
    ['max-age=1', false],
    ['public', true],
    ['s-maxage=1', true],
    ['must-revalidate', true],
    ['proxy-revalidate, max-age=1', false],
  ])('to a request with Authorization has to say so: %s (RFC 9111 §3.5)', (directives, expected) => {
    expect(cacheable(200, [`Cache-Control: ${directives}`], 'GET', ['Authorization: Basic YTpi'])).toBe(expected)
  })
})
