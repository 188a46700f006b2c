import { describe, expect, it } from 'vitest'
import { statuses, statusOf } from '../../src/status/index.ts'

const errors = statuses
  .filter((status) => status.code >= 400)
  .map(({ code, phrase, detail = '' }) => ({ code, phrase, detail }))

describe('the default detail of an error', () => {
  it('is there for every 4xx and 5xx (RFC 9110 §15.5, §15.6)', () => {
    expect(errors.filter(({ detail }) => detail === '')).toEqual([])
  })

  it('is there for no other status', () => {
    expect(statuses.filter((status) => status.code < 400 && status.detail !== undefined)).toEqual([])
  })

  it.each(errors)('of $code says whether trying again helps (RFC 9110 §15.5, §15.6)', ({ detail }) => {
    expect(detail).toMatch(/\b(try|trying|tried) again\b/)
  })

  it.each(errors)('of $code is one sentence', ({ detail }) => {
    expect(detail).toMatch(/^[A-Z][^.!?]+\.$/)
  })

  it.each(errors)('of $code needs no escaping in JSON, HTML or XML', ({ detail }) => {
    expect(detail).toMatch(/^[\x20-\x7e]+$/)
    expect(detail).not.toMatch(/[&<>"'\\]/)
  })

  it.each(errors)('of $code claims nothing absolute', ({ detail }) => {
    expect(detail).not.toMatch(/\b(always|never|must|will|only|definitely|certainly|impossible|forever|permanently)\b/i)
  })

  it.each(errors)('of $code says more than its phrase', ({ phrase, detail }) => {
    expect(detail.split(' ').length).toBeGreaterThan(phrase.split(' ').length + 5)
  })

  it('differs from status to status', () => {
    expect(new Set(errors.map(({ detail }) => detail)).size).toBe(errors.length)
  })

  it.each([
    [401, 'WWW-Authenticate', 'RFC 9110 §15.5.2'],
    [405, 'Allow', 'RFC 9110 §15.5.6'],
    [407, 'Proxy-Authenticate', 'RFC 9110 §15.5.8'],
    [426, 'Upgrade', 'RFC 9110 §15.5.22'],
  ])('of %i points to the field that helps: %s (%s)', (code, field) => {
    expect(statusOf(code)?.detail).toContain(field)
  })

  it.each([
    [413, 'RFC 9110 §15.5.14'],
    [429, 'RFC 6585 §4'],
    [503, 'RFC 9110 §15.6.4'],
  ])('of %i counts on Retry-After only if it is present (%s)', (code) => {
    expect(statusOf(code)?.detail).toContain('Retry-After if it is present')
  })

  it('of 428 tells how to resubmit the request (RFC 6585 §3)', () => {
    expect(statusOf(428)?.detail).toContain('If-Match')
  })

  it('of 404 leaves open whether the condition is permanent (RFC 9110 §15.5.5)', () => {
    expect(statusOf(404)?.detail).toContain('perhaps for now, perhaps for good')
  })

  it('of 410 says that the condition is probably permanent (RFC 9110 §15.5.11)', () => {
    expect(statusOf(410)?.detail).toContain('probably for good')
  })

  it('of 503 says that the condition is temporary (RFC 9110 §15.6.4)', () => {
    expect(statusOf(503)?.detail).toContain('for now')
  })

  it('of 507 leaves trying again to the user (RFC 4918 §11.5)', () => {
    expect(statusOf(507)?.detail).toContain('when the user asks for it')
  })
})
