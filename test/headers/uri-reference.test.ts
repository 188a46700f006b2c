import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodeUriReference,
  hasEmptyHost,
  hasUserinfo,
  isFieldValue,
  isUri,
  isUriReference,
} from '../../src/headers/index.ts'
import { anyText } from './arbitraries.ts'

/** Text of the characters that references are made of, and of those that they are spoilt with. */
const uriLike = fc
  .array(
    fc.constantFrom(
      ...['http:', 'a:', '1:', '//', '/', '..', '?', '#', '[', ']', '@', ':', '::1', '127.0.0.1', 'a.example', ':80'],
      ...[
        '%41',
        '%4',
        '%',
        '%zz',
        ' ',
        '"',
        '<',
        '>',
        '\\',
        '^',
        '`',
        '{',
        '|',
        '}',
        'é',
        '😀',
        '\ud800',
        '\x85',
        '=&;',
      ],
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''))

const withoutControls = fc.oneof(
  uriLike,
  anyText.map((text) => text.replace(/[^ -~\x80-\uffff]/g, '')),
)

describe('a URI reference', () => {
  it.each([
    '',
    '/',
    'orders/42',
    './a:b',
    '../x',
    '?q=1&r=/?',
    '#top',
    '/a;b=c/d,e',
    '//other.example/x',
    'https://a.example',
    'https://a.example:8080/x?y#z',
    'https://a.example:/',
    'http://[::1]/',
    'http://[2001:db8::7]:80/',
    'http://[::ffff:192.0.2.1]/',
    'http://[1:2:3:4:5:6:7:8]/',
    'http://[1:2:3:4:5:6:7::]/',
    'http://[1:2:3:4:5:6:192.0.2.1]/',
    'http://[1111:2222:3333:4444:5555:6666:255.255.255.255]/',
    'http://@a.example/',
    'http://[v1.fe80::a+en1]/',
    'mailto:someone@host.example',
    'urn:oasis:names:specification:docbook:dtd:xml:4.1.2',
    'tel:+1-816-555-1212',
    'file:///etc/x',
    'http://u:p@a.example/',
    '/%E2%82%AC',
    "/!$&'()*+,;=:@-._~",
    'a+b-c.d:x',
  ])('can be %j (RFC 3986 §4.1)', (value) => {
    expect(isUriReference(value)).toBe(true)
  })

  it.each([
    'a b',
    '/\u00e9',
    '/%',
    '/%4',
    '/%zz',
    '"',
    '/<x>',
    '/\\evil.example',
    '/a|b',
    '/a^b',
    '/a`b',
    '/{id}',
    '/a[]',
    '/x?a[]=1',
    '#a#b',
    '#[',
    '1:b',
    ':b',
    'a_b:c',
    'http://a:b:c/',
    'http://a:80x/',
    'http://a@b@c/',
    'http://[::1/',
    'http://::1/',
    'http://x::1]/',
    'http://[::1x/',
    'http://x::1x/',
    'http://[1:2:3:4:5:6:7:192.0.2.1]/',
    'http://[1::2::3]/',
    'http://[1:2:3:4:5:6:7]/',
    'http://[1:2:3:4:5:6:7:8:9]/',
    'http://[1:2:3:4:5:6:7:8::]/',
    'http://[1.2.3.4::]/',
    `http://[${'1:'.repeat(40)}]/`,
    'http://[12345::]/',
    'http://[::256.0.0.1]/',
    'http://[::1.2.3.4:5]/',
    'http://[::1.2.3]/',
    'http://[fe80::1%25en1]/',
    'http://[]/',
    'http://[v.x]/',
    'http://[:]/',
    '/a\r\nSet-Cookie: b=c',
    '/\0',
    '/\x7f',
  ])('cannot be %j (RFC 3986)', (value) => {
    expect(isUriReference(value)).toBe(false)
  })

  it.each([undefined, null, 1, ['/'], {}])('is a string, not %j', (value) => {
    expect(isUriReference(value)).toBe(false)
  })

  it('is a URI where it has a scheme (RFC 3986 §3)', () => {
    expect(['https://a.example/', 'urn:x', 'a:', '/x', '//a.example', '', 'a b:c', 1].map(isUri)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('has user information where an @ is in the authority of an http resource (RFC 9110 §4.2.4)', () => {
    const references = ['https://u@a.example/', 'HTTP://u:p@a.example', '//u@a.example', 'http://@a.example']
    expect(references.map(hasUserinfo)).toEqual([true, true, true, true])
  })

  it.each([
    'https://a.example/@u',
    '/@u',
    '?@',
    '#@',
    'mailto:a@b.example',
    'ftp://u@a.example/',
    'xhttp://u@a.example/',
    'httpx://u@a.example/',
    '',
  ])('has none in %j', (reference) => {
    expect(hasUserinfo(reference)).toBe(false)
  })
})

describe('encodeUriReference', () => {
  it.each([
    ['/caf\u00e9', '/caf%C3%A9'],
    ['/a b', '/a%20b'],
    ['/%20%zz%', '/%20%25zz%25'],
    ['/"<>\\^`{|}', '/%22%3C%3E%5C%5E%60%7B%7C%7D'],
    ['/\u{1f600}', '/%F0%9F%98%80'],
    ['/\ud800x', '/%EF%BF%BDx'],
    ['/\x85', '/%C2%85'],
    ['/\\evil.example', '/%5Cevil.example'],
    ['/x?a[]=1', '/x?a%5B%5D=1'],
    ['#a#b', '#a%23b'],
    ['1:b', './1:b'],
    ['caf\u00e9:b/c', './caf%C3%A9:b/c'],
    ['http://[::1]/[x]', 'http://[::1]/%5Bx%5D'],
    ['http://a b@c@d:80/', 'http://a%20b%40c@d:80/'],
    ['http://a:b:80/', 'http://a%3Ab:80/'],
    ['http://[x]:80/', 'http://%5Bx%5D:80/'],
    ['http://@a b/', 'http://@a%20b/'],
    ['urn:a:b c', 'urn:a:b%20c'],
    ['', ''],
  ])('makes %j into %s (RFC 3986 §2.1)', (value, encoded) => {
    expect(encodeUriReference(value)).toBe(encoded)
  })

  it.each(['/a\r\nSet-Cookie: b=c', '/\n', '/\0', '/\t', '/\x1b', '/\x7f', 1, undefined])('refuses %j', (value) => {
    expect(() => Reflect.apply(encodeUriReference, undefined, [value])).toThrow('holds no control characters')
  })

  it('makes a valid reference, and a field value, of any text without controls', () => {
    fc.assert(
      fc.property(withoutControls, (text) => {
        const encoded = encodeUriReference(text)
        expect(isUriReference(encoded)).toBe(true)
        expect(isFieldValue(encoded)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(withoutControls, (text) => {
        const encoded = encodeUriReference(text)
        expect(encodeUriReference(encoded)).toBe(encoded)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves what is valid as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.webPath()),
        (reference) => {
          fc.pre(isUriReference(reference))
          expect(encodeUriReference(reference)).toBe(reference)
        },
      ),
    )
  })

  it('encodes more than a stack can hold', () => {
    expect(encodeUriReference(`/${'\u00e9%'.repeat(200_000)}`)).toHaveLength(1 + 200_000 * 9)
  })
})

describe('hasEmptyHost', () => {
  it.each([
    'http:',
    'http:///path',
    'https://',
    'HTTP://?a',
    'http://#a',
    'https://:443/',
    'http://user@/',
    'http://user@:80/',
    'http:path',
    'https:/path',
    '//',
    '///path',
    '//:80',
    '//user@',
  ])('is true for %s (RFC 9110 §4.2.1, §4.2.2)', (reference) => {
    expect(hasEmptyHost(reference)).toBe(true)
  })

  it.each([
    '',
    '/path',
    'path',
    '?a=//',
    '#//',
    '//a',
    'http://a',
    'http://[::1]:80/',
    'https://user@a/',
    'file:///etc/x',
    'mailto:a@b.example',
    'urn:a:b',
    'httpx:///a',
    'xhttp:///a',
  ])('is false for %j', (reference) => {
    expect(hasEmptyHost(reference)).toBe(false)
  })
})
