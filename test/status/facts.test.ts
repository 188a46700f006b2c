import { describe, expect, it } from 'vitest'
import { type Status, statuses } from '../../src/status/index.ts'

const codesWhere = (holds: (status: Status) => unknown): number[] => statuses.filter(holds).map((status) => status.code)
const rowsWith = (level: 'must' | 'should'): Record<number, readonly string[] | undefined> =>
  Object.fromEntries(statuses.filter((status) => status[level]).map((status) => [status.code, status[level]]))

describe('content', () => {
  it('is for every status but 1xx, 204, 205 and 304 (RFC 9110 §6.4.1, §15.3.6)', () => {
    expect(codesWhere((status) => !status.content)).toEqual([100, 101, 102, 103, 204, 205, 304])
  })
})

describe('heuristic cacheability', () => {
  it('is for the codes of RFC 9110 §15.1 and for 451 (RFC 7725 §3)', () => {
    expect(codesWhere((status) => status.cacheable)).toEqual([
      200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501,
    ])
  })
})

describe('no-store', () => {
  it.each([
    [428, '§3'],
    [429, '§4'],
    [431, '§5'],
    [511, '§6'],
  ])('is for %i, which a cache must not store (RFC 6585 %s)', (code) => {
    expect(codesWhere((status) => status.noStore)).toContain(code)
  })

  it('is for 401, 403, 407 and every 5xx by the policy of this library (RFC 9111 §5.2.2.5)', () => {
    const ruled = [428, 429, 431]
    const policy = codesWhere((status) => status.noStore && !ruled.includes(status.code))
    expect(policy).toEqual([401, 403, 407, ...codesWhere((status) => status.class === 'server error')])
  })

  it('is for no code below 400', () => {
    expect(codesWhere((status) => status.noStore && status.code < 400)).toEqual([])
  })
})

describe('header fields that a status must carry', () => {
  it.each([
    [101, 'Upgrade', 'RFC 9110 §15.2.2'],
    [226, 'ETag', 'RFC 3229 §10.4.1'],
    [401, 'WWW-Authenticate', 'RFC 9110 §15.5.2'],
    [405, 'Allow', 'RFC 9110 §15.5.6'],
    [407, 'Proxy-Authenticate', 'RFC 9110 §15.5.8'],
    [426, 'Upgrade', 'RFC 9110 §15.5.22'],
  ])('%i carries %s (%s)', (code, field) => {
    expect(rowsWith('must')[code]).toEqual([field])
  })

  it('are demanded of no other status', () => {
    expect(Object.keys(rowsWith('must')).map(Number)).toEqual([101, 226, 401, 405, 407, 426])
  })

  it('leave Content-Range of a 206 open, as a multipart one has none (RFC 9110 §15.3.7.2)', () => {
    expect(rowsWith('must')[206]).toBeUndefined()
  })
})

describe('header fields that a status ought to carry', () => {
  it.each([
    [201, 'Location', 'RFC 9110 §9.3.3'],
    [300, 'Location', 'RFC 9110 §15.4.1'],
    [301, 'Location', 'RFC 9110 §15.4.2'],
    [302, 'Location', 'RFC 9110 §15.4.3'],
    [303, 'Location', 'RFC 9110 §15.4.4'],
    [307, 'Location', 'RFC 9110 §15.4.8'],
    [308, 'Location', 'RFC 9110 §15.4.9'],
    [413, 'Retry-After', 'RFC 9110 §15.5.14'],
    [416, 'Content-Range', 'RFC 9110 §15.5.17'],
    [451, 'Link', 'RFC 7725 §4'],
  ])('%i ought to carry %s (%s)', (code, field) => {
    expect(rowsWith('should')[code]).toEqual([field])
  })

  it('are asked of no other status', () => {
    expect(Object.keys(rowsWith('should')).map(Number)).toEqual([201, 300, 301, 302, 303, 307, 308, 413, 416, 451])
  })

  it.each([
    [429, 'RFC 6585 §4'],
    [503, 'RFC 9110 §15.6.4'],
  ])('leave Retry-After of a %i open, as it is a MAY there (%s)', (code) => {
    expect(rowsWith('should')[code]).toBeUndefined()
  })
})
