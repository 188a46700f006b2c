import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFieldValue, normalizeField } from '../../src/headers/index.ts'
import { anyText, fieldLike } from './arbitraries.ts'

type Lines = string | readonly string[]

const KNOWN = [
  ...['accept', 'accept-encoding', 'accept-patch', 'accept-post', 'accept-ranges', 'allow', 'content-location'],
  ...['content-range', 'etag', 'expires', 'last-modified', 'link', 'location', 'proxy-authenticate', 'retry-after'],
  ...['upgrade', 'vary', 'www-authenticate'],
]

describe('a field that somebody else wrote', () => {
  it.each<readonly [name: string, value: Lines, normal: Lines, rule: string]>([
    ['accept', 'text/html,,a/b;q=0.5', 'text/html, a/b;q=0.5', 'RFC 9110 §5.6.1'],
    ['accept', ['text/html', 'a/b'], 'text/html, a/b', 'RFC 9110 §5.3'],
    ['accept-encoding', 'gzip,, br', 'gzip, br', 'RFC 9110 §5.6.1'],
    ['accept-encoding', '', '', 'RFC 9110 §12.5.3'],
    ['accept-patch', 'a/b,,c/d', 'a/b, c/d', 'RFC 5789 §3.1'],
    ['accept-post', 'a/b,image/*', 'a/b, image/*', 'LDP 1.0 §7.1'],
    ['accept-ranges', ',bytes,,items', 'bytes, items', 'RFC 9110 §14.3'],
    ['allow', 'PUT,,PATCH', 'PUT, PATCH', 'RFC 9110 §10.2.1'],
    ['allow', ['GET', 'PUT'], 'GET, HEAD, PUT', 'RFC 9110 §9.1'],
    ['allow', ['GET, HEAD'], 'GET, HEAD', 'RFC 9110 §10.2.1'],
    ['allow', 'GET, HEAD,,PUT', 'GET, HEAD, PUT', 'RFC 9110 §5.6.1'],
    ['allow', 'PUT,,GET, HEAD', 'PUT, GET, HEAD', 'RFC 9110 §5.6.1'],
    ['allow', '', '', 'RFC 9110 §10.2.1'],
    ['content-location', '/a?b=%20', '/a?b=%20', 'RFC 9110 §8.7'],
    ['content-range', 'bytes */7', 'bytes */7', 'RFC 9110 §14.4'],
    ['content-range', ['bytes 0-1/2'], 'bytes 0-1/2', 'RFC 9110 §14.4'],
    ['etag', '""', '""', 'RFC 9110 §8.8.3'],
    ['etag', ['"a"'], '"a"', 'RFC 9110 §8.8.3'],
    ['etag', 'W/"a\\b\u00e9"', 'W/"a\\b\u00e9"', 'RFC 9110 §8.8.3'],
    ['expires', 'Friday, 31-Dec-99 23:59:59 GMT', 'Fri, 31 Dec 1999 23:59:59 GMT', 'RFC 9110 §5.6.7'],
    ['last-modified', 'Fri Dec 31 23:59:59 1999', 'Fri, 31 Dec 1999 23:59:59 GMT', 'RFC 9110 §5.6.7'],
    ['link', '</a>; rel=a,, </b>; rel="b"', ['</a>; rel=a', '</b>; rel="b"'], 'RFC 8288 §3'],
    ['location', '../a#b', '../a#b', 'RFC 9110 §10.2.2'],
    ['proxy-authenticate', 'Basic realm=p, X', ['Basic realm="p"', 'X'], 'RFC 9110 §11.7.1'],
    ['retry-after', '0120', '0120', 'RFC 9110 §10.2.3'],
    ['retry-after', 'Friday, 31-Dec-99 23:59:59 GMT', 'Fri, 31 Dec 1999 23:59:59 GMT', 'RFC 9110 §10.2.3'],
    ['upgrade', 'websocket,,h2c', 'websocket, h2c', 'RFC 9110 §7.8'],
    ['vary', 'Origin,,Accept', 'Origin, Accept', 'RFC 9110 §12.5.5'],
    ['vary', '*', '*', 'RFC 9110 §12.5.5'],
    ['www-authenticate', ['X a = b,, c="d"', 'Y abc='], ['X a="b", c="d"', 'Y abc='], 'RFC 9110 §11.6.1'],
    ['www-authenticate', 'Basic charset=UTF-8, realm=a', ['Basic charset="UTF-8", realm="a"'], 'RFC 9110 §11.5'],
    ['www-authenticate', 'bearer', ['bearer realm="api"'], 'RFC 6750 §3'],
    ['www-authenticate', 'Bearer error=invalid_token', ['Bearer error="invalid_token"'], 'RFC 6750 §3'],
  ])('is brought into the form of its grammar where it is %s: %j (to %j, %s)', (name, value, normal) => {
    expect(normalizeField(name, value)).toEqual(normal)
    expect(normalizeField(name, normal)).toEqual(normal)
  })

  it.each<readonly [name: string, value: Lines, rule: string]>([
    ['accept', 'text', 'RFC 9110 §12.5.1'],
    ['accept-encoding', 'g zip', 'RFC 9110 §12.5.3'],
    ['accept-patch', '', 'RFC 5789 §3.1'],
    ['accept-patch', 'a', 'RFC 5789 §3.1'],
    ['accept-post', '*', 'LDP 1.0 §7.1'],
    ['accept-ranges', 'a b', 'RFC 9110 §14.3'],
    ['allow', 'GET PUT', 'RFC 9110 §10.2.1'],
    ['allow', 'get', 'RFC 9110 §9.1'],
    ['content-location', 'https://user@a.example/', 'RFC 9110 §4.2.4'],
    ['content-range', 'bytes', 'RFC 9110 §14.4'],
    ['content-range', ['bytes */7', 'bytes */7'], 'RFC 9110 §5.3'],
    ['etag', 'a', 'RFC 9110 §8.8.3'],
    ['etag', 'w/"a"', 'RFC 9110 §8.8.3'],
    ['etag', '"a"b"', 'RFC 9110 §8.8.3'],
    ['etag', [], 'RFC 9110 §8.8.3'],
    ['expires', '0', 'RFC 9111 §5.3'],
    ['last-modified', 'yesterday', 'RFC 9110 §8.8.2'],
    ['link', 'a', 'RFC 8288 §3'],
    ['link', '</a>', 'RFC 8288 §3.3'],
    ['location', 'a b', 'RFC 9110 §10.2.2'],
    ['location', '/\u00e9', 'RFC 9110 §10.2.2'],
    ['location', 'http://user:password@a.example/', 'RFC 9110 §4.2.4'],
    ['location', 'http:///a', 'RFC 9110 §4.2.1'],
    ['location', ['/a', '/b'], 'RFC 9110 §5.3'],
    ['proxy-authenticate', '', 'RFC 9110 §11.7.1'],
    ['retry-after', 'soon', 'RFC 9110 §10.2.3'],
    ['retry-after', '-1', 'RFC 9110 §10.2.3'],
    ['upgrade', '', 'RFC 9110 §7.8'],
    ['upgrade', '/', 'RFC 9110 §7.8'],
    ['vary', 'a b', 'RFC 9110 §12.5.5'],
    ['www-authenticate', '', 'RFC 9110 §11.6.1'],
    ['www-authenticate', 'Basic realm="a', 'RFC 9110 §11.2'],
    ['www-authenticate', 'Basic', 'RFC 7617 §2'],
    ['www-authenticate', 'Basic abc', 'RFC 7617 §2'],
    ['www-authenticate', 'Bearer abc', 'RFC 6750 §3'],
    ['www-authenticate', 'Digest realm="a", nonce="n"', 'RFC 7616 §3.3'],
    ['www-authenticate', ['X', 'Basic'], 'RFC 7617 §2'],
  ])('is none where it is %s: %j (%s)', (name, value) => {
    expect(normalizeField(name, value)).toBeUndefined()
  })

  it.each(['x-note', 'set-cookie', 'ratelimit', '__proto__', 'constructor'])(
    'is left as it was where it is %s',
    (name) => {
      const lines = ['a,,b', ' c']
      expect(normalizeField(name, lines)).toBe(lines)
      expect(normalizeField(name, 'a,,b')).toBe('a,,b')
    },
  )

  it.each(KNOWN)('is one that can go on the wire, and stays as it is from then on, or none: %s', (name) => {
    fc.assert(
      fc.property(fc.oneof(anyText, fieldLike, fc.array(fieldLike, { maxLength: 3 })), (value) => {
        const normal = normalizeField(name, value)
        if (normal === undefined) return
        expect([normal].flat().every(isFieldValue)).toBe(true)
        expect(normalizeField(name, normal)).toEqual(normal)
      }),
      { numRuns: 50 },
    )
  })
})
