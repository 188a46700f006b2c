import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFieldValue, isUriReference } from '../../src/headers/index.ts'
import {
  found,
  movedPermanently,
  permanentRedirect,
  type Reply,
  seeOther,
  temporaryRedirect,
} from '../../src/replies/index.ts'

type Redirect = (location: string, options?: { headers?: Record<string, string> }) => Reply

const redirects: readonly (readonly [name: string, redirect: Redirect, status: number, phrase: string])[] = [
  ['movedPermanently', movedPermanently, 301, 'Moved Permanently'],
  ['found', found, 302, 'Found'],
  ['seeOther', seeOther, 303, 'See Other'],
  ['temporaryRedirect', temporaryRedirect, 307, 'Temporary Redirect'],
  ['permanentRedirect', permanentRedirect, 308, 'Permanent Redirect'],
]

const noteOf = (reply: Reply): string => String(reply.variants?.[0]?.body)
const linkTo = (target: string): string => noteOf(found(target))

describe.each(redirects)('%s', (_name, redirect, status, phrase) => {
  it(`is a ${status} with Location (RFC 9110 §15.4)`, () => {
    expect(redirect('/new/place?a=1#b')).toMatchObject({ status, headers: { Location: '/new/place?a=1#b' } })
  })

  it('has a short hypertext note for who wants HTML, and else no content (RFC 9110 §15.4)', () => {
    const reply = redirect('/new')
    expect(reply.body).toBeUndefined()
    expect(reply.variants).toEqual([{ type: 'text/html; charset=utf-8', body: noteOf(reply) }])
    expect(noteOf(reply)).toMatch(/^<!doctype html>/)
    expect(noteOf(reply)).toContain(`<title>${phrase}</title>`)
    expect(noteOf(reply)).toContain('<a href="/new">/new</a>')
  })

  it('takes further header fields, but goes where its argument says', () => {
    const options = { headers: { 'Cache-Control': 'no-store', Location: '/elsewhere' } }
    expect(redirect('/new', options).headers).toEqual({ 'Cache-Control': 'no-store', Location: '/new' })
    expect(options.headers.Location).toBe('/elsewhere')
  })
})

describe('Location', () => {
  it.each([
    ['', '', 'this same document'],
    ['https://example.com/a?b#c', 'https://example.com/a?b#c', 'an absolute URI'],
    ['../up', '../up', 'a relative path'],
    ['?page=2', '?page=2', 'a query'],
    ['//other.example/x', '//other.example/x', 'another host, for the application to judge'],
    ['javascript:alert(1)', 'javascript:alert(1)', 'a scheme, for the application to judge'],
    ['/a b', '/a%20b', 'a space'],
    [' /a', '%20/a', 'a space in front'],
    ['/caf\u00e9/\u65e5', '/caf%C3%A9/%E6%97%A5', 'non-ASCII in UTF-8'],
    ['/\ud83d\ude00', '/%F0%9F%98%80', 'a surrogate pair'],
    ['/\ud83d', '/%EF%BF%BD', 'a lone surrogate'],
    ['/"<>\\^`{|}', '/%22%3C%3E%5C%5E%60%7B%7C%7D', 'what RFC 3986 allows nowhere'],
    ['\\\\evil.example', '%5C%5Cevil.example', 'backslashes, which browsers take for slashes'],
    ['/100%', '/100%25', 'a lone %'],
    ['/a%20b%2F', '/a%20b%2F', 'what is encoded already'],
    ['/a?b=[1]#c', '/a?b=%5B1%5D#c', 'brackets'],
    ['http://[::1]:3000/', 'http://[::1]:3000/', 'an IP literal'],
    ['a b:c', './a%20b:c', 'no scheme'],
  ])('of %j is %j: %s (RFC 9110 §10.2.2)', (location, value) => {
    expect(found(location).headers.Location).toBe(value)
  })

  it.each(['/a\r\nX-Injected: yes', '/a\nb', '/a\rb', '/a\u0000b', '/a\tb', '/a\u007fb', '\r\n'])(
    'refuses %j (RFC 9110 §5.5)',
    (location) => {
      for (const [, redirect] of redirects) {
        expect(() => redirect(location)).toThrow(TypeError)
        expect(() => redirect(location)).toThrow('RFC 3986 §2')
      }
    },
  )

  it.each([undefined, null, 7, {}, ['/a'], new URL('https://example.com/')])(
    'refuses %s, which is no text',
    (location) => {
      expect(() => Reflect.apply(seeOther, undefined, [location])).toThrow(TypeError)
    },
  )

  it.each(['https://user:password@example.com/', 'http://user@example.com', '//user@example.com/'])(
    'refuses the user name of %s (RFC 9110 §4.2.4)',
    (location) => {
      expect(() => found(location)).toThrow(new TypeError('Location has no user name (RFC 9110 §4.2.4)'))
    },
  )

  it.each(['http:///a', 'https://', 'https://:443/', '//', '///a', 'http:a'])(
    'refuses the empty host of %s (RFC 9110 §4.2.1)',
    (location) => {
      expect(() => found(location)).toThrow(TypeError)
      expect(() => found(location)).toThrow('RFC 9110 §4.2.1')
    },
  )

  it('is always one URI reference that can go on the wire (RFC 9110 §10.2.2)', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(':', '/', '?', '#', '[', '%', '\\'), fc.string()) })
    fc.assert(
      fc.property(text, (location) => {
        let value: unknown
        try {
          value = found(location).headers.Location
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
          return
        }
        expect([isUriReference(value), isFieldValue(value)]).toEqual([true, true])
      }),
    )
  })
})

describe('the hypertext note', () => {
  it.each([
    '/new',
    'new',
    '',
    '?page=2',
    '#top',
    './a:b',
    '//other.example/x',
    'https://example.com/',
    'HTTP://EXAMPLE.COM',
    '/javascript:alert(1)',
    'a/b:c',
  ])('links to %j', (target) => {
    expect(linkTo(target)).toContain(`<a href="${target}">${target}</a>`)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://example.com/',
    'data:text/html,x',
    'vbscript:x',
    'mailto:a@example.com',
    'httpsx:y',
  ])('does not link to %s: it would run, or lead out, when clicked', (target) => {
    expect(linkTo(target)).not.toContain('<a')
    expect(linkTo(target)).toContain(`<p>Found: ${target}</p>`)
  })

  it('escapes what it shows', () => {
    expect(linkTo("/a?b=1&c='2'")).toContain('<a href="/a?b=1&amp;c=&#39;2&#39;">/a?b=1&amp;c=&#39;2&#39;</a>')
    expect(linkTo('/"><script>alert(1)</script>')).not.toContain('<script>')
    expect(linkTo("javascript:'&'")).toContain('javascript:&#39;&amp;&#39;')
  })
})
