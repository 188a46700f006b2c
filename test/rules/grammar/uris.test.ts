import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeUriReference, isUriReference as isReference, isUri } from '../../../src/headers/uri-reference.ts'
import {
  isHost,
  isUriReference,
  parseAuthority,
  parseUri,
  parseUriReference,
  resolveReference,
} from '../../../src/rules/grammar/uris.ts'

/** Text that looks like a reference, or nearly. */
const nearly = fc
  .array(
    fc.constantFrom(
      ...['http', 'a', 'Z', '9', ':', '/', '//', '?', '#', '@', '[', ']', '[::1]', '[v1.x]', '%2F', '%', '%g1'],
      ...['.', '..', '-', '+', ' ', '"', '<', '\\', '^', '\u00e9', '1:2::', '1.2.3.4', ',', ';', '=', "'"],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('URI-reference', () => {
  it.each([
    'ftp://ftp.is.co.za/rfc/rfc1808.txt',
    'http://www.ietf.org/rfc/rfc2396.txt',
    'ldap://[2001:db8::7]/c=GB?objectClass?one',
    'mailto:John.Doe@example.com',
    'news:comp.infosystems.www.servers.unix',
    'tel:+1-816-555-1212',
    'telnet://192.0.2.16:80/',
    'urn:oasis:names:specification:docbook:dtd:xml:4.1.2',
  ])('%s is a URI (RFC 3986 §1.1.2)', (text) => {
    expect(parseUri(text)).toBeDefined()
    expect(isUriReference(text)).toBe(true)
  })

  it('has the components of RFC 3986 §3', () => {
    expect(parseUri('foo://me@example.com:8042/over/there?name=ferret#nose')).toEqual({
      scheme: 'foo',
      authority: 'me@example.com:8042',
      userinfo: 'me',
      host: 'example.com',
      port: '8042',
      path: '/over/there',
      query: 'name=ferret',
      fragment: 'nose',
    })
  })

  it.each(['', 'a', './a:b', '//h', '///x', '//[::1]:80/', '?x', '#', '/a//b', 'g;x=1/./y', '//a:b@h:/', '?a?/#/?'])(
    '%j is a relative reference',
    (text) => {
      expect(isUriReference(text)).toBe(true)
      expect(parseUri(text)).toBeUndefined()
    },
  )

  it.each([
    ...[
      '1:b',
      ':a',
      'a b',
      '/a%2',
      '/%zz',
      'http://[::1',
      'http://[::1]x/',
      'http://a:b:c/',
      'http://a@b@c/',
      '/\u00e9',
    ],
    ...['\\x', '<x>', '/a"', '#a#b', 'http://h:8x', '^', '/[a]', '//[1.2.3.4]/', 'a|b', '//%/', '/a\n', '?`', '#{'],
  ])('%j is none', (text) => {
    expect(isUriReference(text)).toBe(false)
  })

  it('judges as src/headers does', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        expect(isUriReference(text)).toBe(isReference(text))
        expect(parseUri(text) !== undefined).toBe(isUri(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('accepts what src/headers encodes', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'grapheme' })), (text) => {
        fc.pre(!/[^ -~\x80-\uffff]/.test(text))
        expect(isUriReference(encodeUriReference(text))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes linear time and constant stack', () => {
    const long = 'a%20'.repeat(500_000)
    const before = performance.now()
    expect(isUriReference(`http://${long}@${long}:${'1'.repeat(1e6)}/${long}?${long}#${long}`)).toBe(true)
    expect(isUriReference(`//[${'::'.repeat(1e6)}]`)).toBe(false)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

describe('host and authority', () => {
  it.each([
    '[::]',
    '[1:2:3:4:5:6:7:8]',
    '[::1.2.3.4]',
    '[1:2:3:4:5:6:1.2.3.4]',
    '[1:2:3:4:5:6:7::]',
    '[v1F.a:b]',
    '[0000:0000:0000:0000:0000:ffff:255.255.255.255]',
    '',
    'h',
  ])('%j is a host', (text) => {
    expect(isHost(text)).toBe(true)
  })

  it.each([
    ...['[1:2:3:4:5:6:7]', '[1.2.3.4::]', '[::256.1.1.1]', '[12345::]', '[1::2::3]', '[:1]', '[1:]', '[]', '[v.a]'],
    ...[
      '[1:2:3:4:5:6:7:8::]',
      '[1:2:3:4::5:6:7:8]',
      '[xv1.a]',
      '[v1.a%]',
      '[::1.2.3.4.]',
      '[::01.2.3.4]',
      'a:b',
      '[::1',
      '[fe80::1%25en0]',
      'a b',
    ],
  ])('%j is none', (text) => {
    expect(isHost(text)).toBe(false)
  })

  it('takes an authority apart', () => {
    expect(parseAuthority('u:p@[::1]:')).toEqual({ userinfo: 'u:p', host: '[::1]', port: '' })
    expect(parseAuthority('')).toEqual({ userinfo: undefined, host: '', port: undefined })
    expect(parseAuthority('a:b')).toBeUndefined()
  })
})

describe('reference resolution (RFC 3986 §5.4)', () => {
  it.each([
    ...[
      ['g:h', 'g:h'],
      ['g', 'http://a/b/c/g'],
      ['./g', 'http://a/b/c/g'],
      ['g/', 'http://a/b/c/g/'],
    ],
    ...[
      ['/g', 'http://a/g'],
      ['//g', 'http://g'],
      ['?y', 'http://a/b/c/d;p?y'],
      ['g?y', 'http://a/b/c/g?y'],
    ],
    ...[
      ['#s', 'http://a/b/c/d;p?q#s'],
      ['g#s', 'http://a/b/c/g#s'],
      [';x', 'http://a/b/c/;x'],
      ['', 'http://a/b/c/d;p?q'],
    ],
    ...[
      ['.', 'http://a/b/c/'],
      ['./', 'http://a/b/c/'],
      ['..', 'http://a/b/'],
      ['../', 'http://a/b/'],
      ['../g', 'http://a/b/g'],
    ],
    ...[
      ['../..', 'http://a/'],
      ['../../', 'http://a/'],
      ['../../g', 'http://a/g'],
      ['../../../g', 'http://a/g'],
    ],
    ...[
      ['/./g', 'http://a/g'],
      ['/../g', 'http://a/g'],
      ['g.', 'http://a/b/c/g.'],
      ['..g', 'http://a/b/c/..g'],
    ],
    ...[
      ['./../g', 'http://a/b/g'],
      ['./g/.', 'http://a/b/c/g/'],
      ['g/./h', 'http://a/b/c/g/h'],
      ['g/../h', 'http://a/b/c/h'],
    ],
    ...[
      ['http:g', 'http:g'],
      ['g://h/i/../j', 'g://h/j'],
      ['//h/i/../j?k', 'http://h/j?k'],
    ],
    ...[
      ['g;x=1/../y', 'http://a/b/c/y'],
      ['g?y/../x', 'http://a/b/c/g?y/../x'],
      ['g#s/../x', 'http://a/b/c/g#s/../x'],
    ],
  ])('%s is %s', (reference, expected) => {
    expectResolved('http://a/b/c/d;p?q', reference ?? '', expected ?? '')
  })

  it.each([
    ['http://a', 'g', 'http://a/g'],
    ['http://a', '', 'http://a'],
    ['foo:', 'g', 'foo:g'],
    ['foo:a/b', 'g', 'foo:a/g'],
    ['foo:a', 'g', 'foo:g'],
    ['foo:/a/b', '..', 'foo:/'],
    ['http://a/b//c', '../d', 'http://a/b/d'],
  ])('from %s, %j is %s', expectResolved)

  it.each([
    ['g:h/./i', 'g:h/i'],
    ['g:h/i/..', 'g:h/'],
    ['g:h/..', 'g:/'],
    ['g:h/../i', 'g:/i'],
    ['g:h/../../i', 'g:/i'],
    ['g:./.././h', 'g:h'],
    ['g:.', 'g:'],
    ['g:..', 'g:'],
    ['g:../..', 'g:'],
    ['g:.h/..i/j.', 'g:.h/..i/j.'],
  ])('%s is %s, without a slash at its start (RFC 3986 §5.2.4)', (reference, expected) => {
    expectResolved('http://a/', reference, expected)
  })

  function expectResolved(from: string, reference: string, expected: string): void {
    const base = parseUri(from)
    const parsed = parseUriReference(reference)
    if (base === undefined || parsed === undefined) throw new Error('no reference')
    const { scheme, authority, path, query, fragment } = resolveReference(base, parsed)
    const text = `${scheme}:${authority === undefined ? '' : `//${authority}`}${path}`
    expect(`${text}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`).toBe(
      expected,
    )
  }
})
