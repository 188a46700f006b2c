import { describe, expect, it } from 'vitest'
import { BEGUN } from '../../src/conform/index.ts'
import { type Described, faultsOf, rulesOf } from './in-hand.ts'

const content = 'text'
const json = { 'content-type': 'application/problem+json' }
const lasting = '9111-5.2-error-drops-success-cache-control-5xx'

/** What is reported, and by which rule; undefined: nothing is. */
const cases: readonly (readonly [status: number, described: Described, rule: string | undefined])[] = [
  [206, { content }, '9110-15.3.7.1-206-single-content-range'],
  [206, { content, fields: { 'content-type': 'a/b' } }, '9110-15.3.7.1-206-single-content-range'],
  [206, { content, fields: { 'content-type': 'Multipart/Byteranges; boundary=a' } }, undefined],
  [206, { content, fields: { 'content-range': 'bytes 0-3/9' } }, undefined],
  [206, { content, fields: { 'content-range': 'bytes' } }, '9110-15.3.7.1-206-single-content-range'],
  [416, { content }, '9110-15.5.17-content-range'],
  [416, { content, fields: { 'content-range': 'bytes */9' } }, undefined],
  [416, { content, fields: { 'content-range': 'bytes */x' } }, '9110-15.5.17-content-range'],
  [200, { content, fields: { 'content-range': 'bytes 0-3/9' } }, '9110-14.4-content-range-only-206-416'],
  [201, { content }, '9110-15.3.2-201-identifies-resource'],
  [206, { content, fields: { 'content-range': 'bytes */9' } }, '9110-15.3.7.1-206-single-content-range'],
  [206, { content, fields: { 'content-range': `bytes 0-3/${'9'.repeat(20)}` } }, undefined],
  [
    206,
    { content, fields: { 'content-type': 'multipart/byteranges; boundary=a', 'content-range': 'bytes 0-3/9' } },
    '9110-15.3.7.1-206-single-content-range',
  ],
  [416, { content, fields: { 'content-range': 'bytes 0-3/9' } }, '9110-15.5.17-content-range'],
  [416, { content, sent: { range: 'bytes=9-' } }, '9110-15.5.17-content-range'],
  [416, { content, sent: { range: 'items=9-' } }, undefined],
  [416, { content, sent: { range: '?' } }, undefined],
  [201, { content, fields: { location: '/1' } }, undefined],
  [201, { content, method: 'PUT' }, undefined],
  [301, { content }, '9110-15.4.2-301-location'],
  [302, { content }, '9110-15.4.3-302-location'],
  [303, { content }, '9110-15.4.4-303-location'],
  [307, { content }, '9110-15.4.8-307-location'],
  [308, { content }, '9110-15.4.9-308-location'],
  [500, { content, fields: { etag: `W/"4-${'a'.repeat(27)}"` } }, undefined],
  [500, { content, fields: { etag: `W/"5-${'a'.repeat(27)}"` } }, lasting],
  [500, { content: BEGUN, fields: { etag: `W/"5-${'a'.repeat(27)}"` } }, undefined],
  [500, { method: 'HEAD', fields: { etag: `"4-${'a'.repeat(27)}"`, 'content-length': '4' } }, undefined],
  [302, { fields: { location: '/a b' } }, '9110-10.2.2-location-single-uri-reference'],
  [300, { content }, undefined],
  [305, { content }, '9110-15.4.6-305-deprecated'],
  [306, { content }, '9110-15.4.7-306-reserved'],
  [200, { content, fields: { location: '/a b' } }, undefined],
  [404, { content: '{"status":410}', fields: json }, '9457-3.1.2-status-equals-real'],
  [404, { content: '{"status":404}', fields: json }, undefined],
  [404, { content: '{"status":"404"}', fields: json }, '9457-3.1.2-status-equals-real'],
  [404, { content: '{"status":null}', fields: json }, '9457-3.1.2-status-equals-real'],
  [
    404,
    { content: `{"status":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, fields: json },
    '9457-3.1.2-status-equals-real',
  ],
  [404, { content: '{}', fields: json }, undefined],
  [404, { content: 'null', fields: json }, undefined],
  [404, { content: '{', fields: json }, undefined],
  [404, { content: 9, fields: json }, undefined],
  [404, { content: BEGUN, fields: json }, undefined],
  [404, { content: `{"status":410,"detail":"${'x'.repeat(65_536)}"}`, fields: json }, undefined],
  [404, { content: '{"status":410}', fields: { 'content-type': 'application/json' } }, undefined],
  [405, { content, fields: { allow: 'PUT, GET' } }, '9110-15.5.6-allow-excludes-method'],
  [405, { content, fields: { allow: ['PUT', 'GET'] } }, '9110-15.5.6-allow-excludes-method'],
  [405, { content, fields: { allow: 'PUT' } }, undefined],
  [405, { content, fields: { allow: 'GET;' } }, undefined],
  [500, { content, fields: { 'cache-control': 'public' } }, lasting],
  [500, { content, fields: { 'cache-control': 'no-cache, max-age = 60' } }, lasting],
  [500, { content, fields: { 'cache-control': 's-maxage=060' } }, lasting],
  [500, { content, fields: { 'cache-control': ['no-cache', 'Public'] } }, lasting],
  [500, { content, fields: { etag: '"a"' } }, lasting],
  [500, { content, fields: { 'last-modified': 'x' } }, lasting],
  [500, { content, fields: { 'cache-control': 'max-age=0, no-store' } }, undefined],
  [500, { content, fields: { 'cache-control': 'publicity, x-max-age=60' } }, undefined],
  [404, { content, fields: { 'cache-control': 'public', etag: '"a"' } }, undefined],
  [428, { content }, '6585-3-428-never-stored'],
  [429, { content, fields: { 'cache-control': 'no-cache' } }, '6585-4-429-never-stored'],
  [431, { content, fields: { 'cache-control': 'NO-STORE' } }, undefined],
  [511, { content, fields: { 'cache-control': 'private, no-store' } }, undefined],
  [511, { content }, '6585-6-511-never-stored'],
  [299, { content }, '9110-15.1-registered'],
  [418, { content }, undefined],
]

describe('what is only reported', () => {
  it.each(cases)('%d with %o: %s', (status, described, rule) => {
    expect(rulesOf(status, described)).toEqual(rule === undefined ? [] : [rule])
  })

  it.each([
    [600, 502, 'status 600 (Unparseable Response Headers), where 502 Bad Gateway is meant'],
    [700, 500, 'status 700'],
    [999, 500, 'status 999'],
  ])('does not include %d, which is none: it becomes a %d (RFC 9110 §15)', (status, instead, found) => {
    expect(faultsOf(status, { content })).toMatchObject([
      { rule: { id: '9110-15-status-100-599' }, found, mend: 'framing', repair: { status: instead } },
    ])
  })

  it('says which status is meant instead of one that is not registered', () => {
    expect(faultsOf(509, { content })?.[0]?.found).toBe(
      'status 509 (Bandwidth Limit Exceeded), where 503 Service Unavailable is meant',
    )
  })

  it('has no mend', () => {
    for (const [status, described, rule] of cases) {
      if (rule !== undefined) expect(faultsOf(status, described)?.[0]?.mend).toBeUndefined()
    }
  })

  it.each(['content-type', 'etag', 'last-modified', 'content-location', 'retry-after', 'date', 'expires', 'age'])(
    '%s has one line (RFC 9110 §5.3)',
    (name) => {
      const fields = { [name]: ['a', 'b'] }
      expect(faultsOf(200, { content, fields })).toMatchObject([
        { rule: { id: '9110-5.3-single-line' }, found: `2 lines of ${name}` },
      ])
      expect(rulesOf(200, { content, fields: { [name]: ['a'] } })).toEqual([])
    },
  )

  it.each(['vary', 'set-cookie', 'link', 'allow', 'warning'])('%s may have several (RFC 9110 §5.3)', (name) => {
    expect(rulesOf(200, { content, fields: { [name]: ['a', 'b'] } })).toEqual([])
  })

  it('says what lasts of an error', () => {
    const fields = { 'cache-control': 'public', etag: '"a"', 'last-modified': 'b' }
    expect(faultsOf(503, { content, fields })?.[0]?.found).toBe('503 with Cache-Control: public, etag, last-modified')
  })

  it('of a 204 or 304, Content-Range is lost anyway', () => {
    const fields = { 'content-range': 'bytes 0-3/9' }
    expect(rulesOf(304, { fields })).toEqual(['9110-15.4.5-304-no-content'])
  })
})
