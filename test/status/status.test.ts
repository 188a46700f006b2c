import { describe, expect, it } from 'vitest'
import { isErrorStatus, mayHaveContent, phraseOf, statuses, statusOf } from '../../src/status/index.ts'

const noStatus = [0, -404, 99, 600, 1000, 404.5, Number.NaN, Number.POSITIVE_INFINITY]

describe('statusOf', () => {
  it.each(statuses)('finds the row of $code', (status) => {
    expect(statusOf(status.code)).toBe(status)
  })

  it.each([104, 199, 299, 399, 499, 509, 599])('knows nothing of the unregistered %d (RFC 9110 §16.2)', (code) => {
    expect(statusOf(code)).toBeUndefined()
  })

  it.each(noStatus)('knows nothing of %d, which is no status code (RFC 9110 §15)', (code) => {
    expect(statusOf(code)).toBeUndefined()
  })

  it.each(['404', 'length', 'constructor', '__proto__', null, undefined, {}])('takes %j for no code', (value) => {
    expect(Reflect.apply(statusOf, undefined, [value])).toBeUndefined()
  })
})

describe('phraseOf', () => {
  it.each(statuses)('$code is "$phrase"', ({ code, phrase }) => {
    expect(phraseOf(code)).toBe(phrase)
  })

  it.each([
    [199, 'Informational'],
    [299, 'Successful'],
    [399, 'Redirection'],
    [499, 'Client Error'],
    [599, 'Server Error'],
  ])('names the class of the unregistered %d: %s (RFC 9110 §15)', (code, phrase) => {
    expect(phraseOf(code)).toBe(phrase)
  })

  it.each([0, -404, 99, 600, 1000, Number.NaN])('reads the invalid %d as 5xx (RFC 9110 §15)', (code) => {
    expect(phraseOf(code)).toBe('Server Error')
  })
})

describe('mayHaveContent', () => {
  it.each(statuses)('$code: $content', ({ code, content }) => {
    expect(mayHaveContent(code)).toBe(content)
  })

  it.each([104, 150, 199])('refuses content to the unregistered %d, as to every 1xx (RFC 9110 §15.2)', (code) => {
    expect(mayHaveContent(code)).toBe(false)
  })

  it.each([299, 399, 499, 599])('allows content to the unregistered %d, as to x00 (RFC 9110 §15)', (code) => {
    expect(mayHaveContent(code)).toBe(true)
  })

  it('allows content to an invalid status, as to 5xx (RFC 9110 §15)', () => {
    expect(noStatus.filter((code) => !mayHaveContent(code))).toEqual([])
  })
})

describe('isErrorStatus', () => {
  it.each([400, 404, 499, 500, 599])('takes %d, registered or not (RFC 9110 §15.5, §15.6)', (value) => {
    expect(isErrorStatus(value)).toBe(true)
  })

  it.each([100, 200, 304, 399, ...noStatus])('refuses %d, which is no error (RFC 9110 §15)', (value) => {
    expect(isErrorStatus(value)).toBe(false)
  })

  it.each(['404', 404n, null, undefined, [404], { valueOf: () => 404 }, true])('refuses %o, no number', (value) => {
    expect(isErrorStatus(value)).toBe(false)
  })
})
