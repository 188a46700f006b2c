import { describe, expect, it, vi } from 'vitest'
import { createMoved, type MovedOptions } from '../../src/moved/index.ts'

const BROWSER = { accept: 'text/html' }

type Table = Readonly<Record<string, string>>

function reply(table: Table, target: string, method = 'GET', options?: MovedOptions, headers = {}) {
  return createMoved(table, options)({ method, headers: { ...BROWSER, ...headers } }, target)
}

const locationFor = (table: Table, target: string): unknown => reply(table, target)?.headers.Location

describe('moved()', () => {
  it.each([[['/a']], [new Map([['/a', '/b']])], [Promise.resolve({ '/a': '/b' })], [null], ['/a']])(
    'refuses what is no object of places: %s',
    (table) => {
      expect(() => createMoved(table as never)).toThrow(/takes an object of new places by old paths/)
    },
  )

  const table = {
    '/old': '/new',
    '/': '/home',
    '/blog/:id': '/posts/:id',
    '/blog/:year/:slug': '/archive/:slug/of/:year',
    '/files/*': '/downloads/*',
    '/old-docs/*': 'https://docs.example/v2/*',
    '/shop': 'https://shop.example',
    '/item/:id': '/items?id=:id&tab=all',
    '/faq': '/help#faq',
    '/caf\u00e9/:id': '/coffee/:id',
    '/dir/': '/folder/',
  }

  it.each([
    ['/old', '/new'],
    ['/', '/home'],
    ['/blog/42', '/posts/42'],
    ['/blog/2019/tea', '/archive/tea/of/2019'],
    ['/files/a/b/c.txt', '/downloads/a/b/c.txt'],
    ['/files/', '/downloads/'],
    ['/files/a/', '/downloads/a/'],
    ['/old-docs/a/b', 'https://docs.example/v2/a/b'],
    ['/shop', 'https://shop.example'],
    ['/item/7', '/items?id=7&tab=all'],
    ['/faq', '/help#faq'],
    ['/dir/', '/folder/'],
    ['http://any.example/old', '/new'],
    ['https://any.example:8443/blog/42?a=1', '/posts/42?a=1'],
  ])('sends %s to %s', (target, location) => {
    expect(locationFor(table, target)).toBe(location)
  })

  it.each([
    ...[
      '/old/',
      '/OLD',
      '/older',
      '/old/x',
      '/blog',
      '/blog/',
      '/blog/1/2/3',
      '/files',
      '//old',
      '/dir',
      '',
      '*',
      'old',
    ],
    ...['example.com:443', 'ftp://any.example/old', 'http://any.example', '/new', '/posts/42', '/old#a', '/old;a'],
  ])('leaves %s alone', (target) => {
    expect(reply(table, target)).toBeUndefined()
  })

  it.each([
    ['/%6F%6cd', '/new'],
    ['/caf%c3%a9/1', '/coffee/1'],
    ['/caf\u00c3\u00a9/1', '/coffee/1'],
    ['/blog/%41%2d', '/posts/A-'],
    ['/blog/%c3%a9', '/posts/%C3%A9'],
    ['/blog/\u00c3\u00a9', '/posts/%C3%A9'],
    ['/blog/a"b<c>', '/posts/a%22b%3Cc%3E'],
    ['/blog/a%20b', '/posts/a%20b'],
  ])('knows %s in any spelling, and writes one', (target, location) => {
    expect(locationFor(table, target)).toBe(location)
  })

  it.each([
    ['/old?a=1&b=2', '/new?a=1&b=2'],
    ['/old?', '/new?'],
    ['/old?a=%c3%a9&b="\u00c3\u00a9|', '/new?a=%c3%a9&b=%22%C3%A9%7C'],
    ['/old?a=%zz', '/new?a=%25zz'],
    ['/old?a=/../?//x', '/new?a=/../?//x'],
    ['/faq?a=1', '/help?a=1#faq'],
    ['/item/7?b=1', '/items?id=7&tab=all&b=1'],
    ['/item/7?id=8&b=1&tab=no&i%64=9', '/items?id=7&tab=all&b=1'],
    ['/item/7?&&b=1&', '/items?id=7&tab=all&b=1'],
    ['/item/a&b=c+d;e', '/items?id=a%26b%3Dc%2Bd%3Be&tab=all'],
    ['/shop?a=1', 'https://shop.example?a=1'],
  ])('keeps the query of %s, but for what the new place says itself', (target, location) => {
    expect(locationFor(table, target)).toBe(location)
  })

  it('does not take the query of a request apart where the new place has none', () => {
    const decode = vi.spyOn(globalThis, 'decodeURIComponent')
    expect(locationFor({ '/a': '/b', '/b': '/c' }, '/a?b=1&c=2')).toBe('/c?b=1&c=2')
    expect(decode).not.toHaveBeenCalled()
  })

  it('has a path of its own before patterns, and of patterns the first', () => {
    const table = { '/a/:x': '/first', '/:x/b': '/second', '/a/b': '/own' }
    expect(locationFor(table, '/a/b')).toBe('/own')
    expect(locationFor(table, '/a/c')).toBe('/first')
    expect(locationFor(table, '/c/b')).toBe('/second')
    expect(locationFor({ '/:x/b': '/second', '/a/:x': '/first' }, '/a/b')).toBe('/second')
  })

  it('has the short page of redirects (RFC 9110 §15.4.2)', () => {
    expect(reply(table, '/old')?.variants?.[0]?.body).toContain('<a href="/new">/new</a>')
  })

  it.each([
    ['GET', undefined, 301],
    ['HEAD', undefined, 301],
    ['POST', undefined, 308],
    ['PUT', undefined, 308],
    ['DELETE', undefined, 308],
    ['QUERY', undefined, 308],
    ['OPTIONS', undefined, 308],
    ['GET', { permanent: true }, 301],
    ['GET', { permanent: false }, 302],
    ['POST', { permanent: false }, 307],
    ['GET', { status: 308 }, 308],
    ['POST', { status: 301 }, 301],
    ['POST', { status: 302 }, 302],
    ['GET', { status: 307 }, 307],
  ] as const)('to %s with %o, says %i (RFC 9110 §15.4)', (method, options, status) => {
    expect(reply(table, '/old', method, options)?.status).toBe(status)
  })

  it('leaves CORS preflights to who answers them: browsers follow no redirect of one', () => {
    const preflight = { origin: 'https://a.example', 'access-control-request-method': 'POST' }
    expect(reply(table, '/old', 'OPTIONS', {}, preflight)).toBeUndefined()
    expect(reply(table, '/old', 'POST', {}, preflight)?.status).toBe(308)
  })

  it('has ports, IP addresses and line separators in their places', () => {
    expect(locationFor({ '/a': 'https://b.example:8443/c' }, '/a')).toBe('https://b.example:8443/c')
    expect(locationFor({ '/a': 'http://[2001:db8::a]:80/c' }, '/a')).toBe('http://[2001:db8::a]:80/c')
    expect(locationFor({ '/a': '/b?c#\u2028d' }, '/a')).toBe('/b?c#%E2%80%A8d')
  })

  it('may have nothing to say', () => {
    expect(locationFor({}, '/a')).toBeUndefined()
  })

  it('is of no use to who would lead others astray', () => {
    const open = { '/go/*': '/*', '/to/:x': '/:x', '/x/*': 'https://docs.example/*', '/y/:a/*': '/:a/*' }
    const values = [
      ...['/evil.example', '//evil.example', '\\evil.example', '/\\evil.example', '%5Cevil.example', '%5cevil.example'],
      ...[
        '%2Fevil.example',
        '%2fevil.example',
        '%2F%2Fevil.example',
        '..',
        '../a',
        'a/..',
        'a/../..//b',
        '.',
        '%2e%2e',
      ],
      ...['%2E./a', '.%2e', 'a%0d%0aSet-Cookie:b', 'a%0AX', '%00', '%09/evil.example', '\r\nX: y', '\t/evil.example'],
      ...['a%2fb', 'a%5Cb', '%', '%2', 'a//b', '%7F', '\u0000'],
    ]
    for (const value of values) {
      for (const prefix of ['/go/', '/to/', '/x/', '/y/a/', '/y/']) {
        const location = locationFor(open, prefix + value)
        if (location === undefined) continue
        // What is left has one segment too few or too many to be what it seems.
        expect([prefix + value, location]).toEqual([
          expect.stringMatching(/^\/(?:x|y)\//),
          expect.not.stringMatching(/evil/),
        ])
      }
    }
    expect(locationFor(open, '/to/@evil.example')).toBe('/@evil.example')
    expect(locationFor(open, '/to/https:evil.example')).toBe('/https:evil.example')
    expect(locationFor(open, '/x/@evil.example')).toBe('https://docs.example/@evil.example')
  })
})

describe('a chain of rules', () => {
  it('is one redirect, to its end', () => {
    const table = { '/a': '/b', '/b': '/c', '/c': '/d/1', '/d/:x': '/e/:x?from=d', '/e/:y': 'https://f.example/:y' }
    expect(locationFor(table, '/a?z=1')).toBe('https://f.example/1?from=d&z=1')
    expect(locationFor(table, '/d/9')).toBe('https://f.example/9?from=d')
  })

  it('may be as long as the table', () => {
    const steps = Array.from({ length: 2000 }, (_, n) => [`/${n}`, `/${n + 1}`])
    expect(locationFor(Object.fromEntries(steps), '/0')).toBe('/2000')
    expect(locationFor(Object.fromEntries(steps.toReversed()), '/0')).toBe('/2000')
  })

  it('keeps a fragment, as a client that went step by step (RFC 9110 §10.2.2)', () => {
    expect(locationFor({ '/a': '/b#x', '/b': '/c' }, '/a')).toBe('/c#x')
    expect(locationFor({ '/a': '/b#x', '/b': '/c#y' }, '/a')).toBe('/c#y')
  })

  it('may shorten a path again and again, up to a point', () => {
    const table = { '/en/*': '/*' }
    expect(locationFor(table, '/en/en/tea')).toBe('/tea')
    expect(reply(table, `/${'en/'.repeat(1000)}tea`)).toBeUndefined()
  })

  it('shortens no path more often because the table is large: each step asks all of its patterns', () => {
    const patterns = Array.from({ length: 200 }, (_, n) => [`/r${n}/:x`, `/r${n + 1}/:x`])
    const table = { ...Object.fromEntries(patterns), '/en/*': '/*' }
    expect(locationFor(table, `/${'en/'.repeat(5)}tea`)).toBe('/tea')
    expect(locationFor(table, `/${'en/'.repeat(100)}tea`)).toBeUndefined()
    expect(locationFor(table, '/en/r0/tea')).toBe('/r200/tea')
  })

  it('does not take long, however long a path is', () => {
    const redirect = createMoved({
      ...Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`/${n}`, '/x'])),
      '/en/*': '/*',
    })
    const start = performance.now()
    for (let n = 0; n < 20; n++) redirect({ method: 'GET', headers: {} }, `/${'en/'.repeat(5000)}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it.each([
    ['a rule that leads to itself', { '/a': '/a' }, /circle: \/a → \/a$/],
    ['with another query alone', { '/a': '/a?b=1' }, /circle: \/a → \/a$/],
    ['two rules', { '/a': '/b', '/b': '/a' }, /circle: \/a → \/b → \/a$/],
    ['a way into a circle', { '/x': '/a', '/a': '/b', '/b': '/a' }, /circle: \/x → \/a → \/b → \/a$/],
    ['names', { '/a/:x': '/b/:x', '/b/:y': '/a/:y' }, /circle: \/a\/x → \/b\/x → \/a\/x$/],
    ['names that change places', { '/:x/:y': '/:y/:x' }, /circle/],
    ['a pattern that its own target fits', { '/:x': '/home' }, /circle: \/x → \/home → \/home$/],
    ['rests', { '/a/*': '/b/*', '/b/*': '/a/*' }, /circle: \/a\/x → \/b\/x → \/a\/x$/],
    ['paths that grow for ever', { '/a/*': '/a/b/*' }, /circle: \/a\/x → \/a\/b\/x → \/a\/b\/b\/x/],
    ['one value of a name', { '/a/:x': '/b/:x', '/b/1': '/a/1' }, /circle: .*\/a\/1/],
    ['one value of a name, two steps on', { '/a/:x': '/b/:x', '/b/:y': '/c/:y', '/c/1': '/a/1' }, /circle: .*\/a\/1/],
    ['one value of a rest', { '/a/*': '/*', '/b/c': '/a/b/c' }, /circle: .*\/b\/c/],
    ['long rests alone', { '/a/:x': '/', '/a/*': '/a/b/*' }, /circle: \/a\/ → /],
    [
      'rests longer than all other patterns',
      { '/a/': '/', '/a/:x': '/', '/a/:x/:y': '/', '/a/*': '/a/b/*' },
      /circle: \/a\/x\/x\/x → \/a\/b\/x\/x\/x →/,
    ],
    ['another spelling', { '/a': '/%62', '/b': '/%61' }, /circle: \/a → \/b → \/a$/],
  ])('is refused where it is a circle: %s', (_name, table, message) => {
    expect(() => createMoved(table as never)).toThrow(TypeError)
    expect(() => createMoved(table as never)).toThrow(message)
  })

  it.each([
    ['to another host', { '/a': 'https://other.example/a' }],
    ['that shortens paths', { '/old/*': '/*' }],
    ['that adds a slash', { '/a': '/a/' }],
    ['into the middle of itself', { '/v1/:x': '/api/v1/:x' }],
  ])('is no circle: %s', (_name, table) => {
    expect(() => createMoved(table as never)).not.toThrow()
  })
})

describe('a large table', () => {
  const numbers = Array.from({ length: 20_000 }, (_, n) => n)
  const tableOf = (rule: (n: number) => readonly [string, string][]): Table => Object.fromEntries(numbers.flatMap(rule))

  // Who compares each rule with each other needs far longer than this on any machine.
  it.each<[string, (n: number) => readonly [string, string][]]>([
    ['that are told apart by their first segment', (n) => [[`/r${n}/:id`, `/s${n}/:id`]]],
    ['by a later one', (n) => [[`/shop/de/r${n}/:id`, `/shop/de/s${n}/:id`]]],
    ['that begin with a name', (n) => [[`/:id/r${n}`, `/:id/s${n}`]]],
    ['with a rest', (n) => [[`/r${n}/*`, `/s${n}/*`]]],
    [
      'with a target that each of many others fits',
      (n) => [[n % 2 ? `/a${n}/:x` : `/b/v${n}`, n % 2 ? '/b/:x' : `/c/${n}`]],
    ],
    ['the same with names', (n) => [[n % 2 ? `/a${n}/*` : `/b/v${n}/:y`, n % 2 ? '/b/*' : `/c/${n}/:y`]]],
    ['with many such targets', (n) => [[n % 2 ? `/a/:x/${n}` : `/v${n}/:y`, n % 2 ? `/:x/c${n}` : `/c/${n}/:y`]]],
    ['that lead to one another', (n) => [[`/r${n}/:id`, `/r${n + 1}/:id`]]],
  ])('starts in no time: rules %s', (_name, rule) => {
    const start = performance.now()
    createMoved(tableOf(rule))
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('compares a path with those patterns alone that may fit', () => {
    const redirect = createMoved(tableOf((n) => [[`/r${n}/:id`, `/s${n}/:id`]]))
    const start = performance.now()
    for (const n of numbers) expect(redirect({ method: 'GET', headers: {} }, `/other/${n}`)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(redirect({ method: 'GET', headers: {} }, '/r19999/7')?.headers.Location).toBe('/s19999/7')
  })

  it('is searched for circles nevertheless', () => {
    const rules = tableOf((n) => [
      [`/a${n}/:x`, '/b/:x'],
      [`/b/v${n}/:y`, `/c/${n}/:y`],
    ])
    expect(() => createMoved({ ...rules, '/c/7/:z': '/b/v7/:z' })).toThrow(/circle/)
    expect(() => createMoved({ ...rules, '/c/7/x': '/b/v7/x' })).toThrow(/circle/)
  })
})

describe('a rule', () => {
  it.each([
    ['a table that is no object', undefined, /takes an object/],
    ['an array', ['/a', '/b'], /takes an object/],
    ['null', null, /takes an object/],
    ['a source without a slash', { a: '/b' }, /begin with \/, without query and fragment, not "a"/],
    ['a source with a query', { '/a?b': '/c' }, /without query/],
    ['a source with a fragment', { '/a#b': '/c' }, /without query/],
    ['a source with a backslash', { '/a\\b': '/c' }, /without query/],
    ['a source with a host', { 'https://a.example/': '/c' }, /begin with \//],
    ['a source with two slashes', { '//a': '/c' }, /empty segment/],
    ['a source with dots', { '/a/../b': '/c' }, /"\.\." is no segment/],
    ['a source with encoded dots', { '/a/%2e%2E/b': '/c' }, /is no segment/],
    ['a source with a control character', { '/a\n': '/c' }, /is no segment/],
    ['a source with half a triplet', { '/a%2': '/c' }, /is no segment/],
    ['a source with half a character', { '/\ud800': '/c' }, /is no segment/],
    ['a * in the middle', { '/a/*/b': '/c' }, /\* stands for all that follows/],
    ['a * in a segment', { '/a*': '/c' }, /\* stands for all that follows/],
    ['a name that is none', { '/a/:1': '/c' }, /:1 is no name/],
    ['a name in part of a segment', { '/a/:x.html': '/c' }, /is no name/],
    ['a name without letters', { '/a/:': '/c' }, /is no name/],
    ['a name twice', { '/:x/:x': '/c' }, /:x stands for two segments/],
    ['the same path twice', { '/a': '/c', '/%61': '/d' }, /"\/a" and "\/%61" are the same paths/],
    ['the same pattern twice', { '/a/:x': '/c', '/a/:y': '/d' }, /are the same paths/],
    ['a target that is no text', { '/a': 7 }, /not number/],
    ['an empty target', { '/a': '' }, /targets/],
    ['a relative target', { '/a': 'b' }, /targets/],
    ['a target that is a query', { '/a': '?b' }, /targets/],
    ['another host without a scheme', { '/a': '//evil.example' }, /targets/],
    ['the same with a backslash', { '/a': '/\\evil.example' }, /targets/],
    ['a backslash', { '/a': '/b\\c' }, /targets/],
    ['a scheme that runs', { '/a': 'javascript:alert(1)' }, /targets/],
    ['another scheme', { '/a': 'ftp://b.example/' }, /targets/],
    ['a line break', { '/a': '/b\r\nX: y' }, /targets/],
    ['a user name', { '/a': 'https://user@b.example/' }, /targets/],
    ['no host', { '/a': 'https:///b' }, /targets/],
    ['a name for a host', { '/:a': 'https://:a/' }, /targets/],
    ['a port for a host', { '/a': 'https://:80/' }, /targets/],
    ['a name in a host', { '/:a': 'https://shop.:a/' }, /in its host/],
    ['a name for a port', { '/:a': 'https://a.example:a/' }, /in its host/],
    ['a rest for a host', { '/*': 'https://*/' }, /in its host/],
    ['a rest in a host', { '/a/*': 'https://a.example*' }, /in its host/],
    ['dots in a target', { '/a': '/b/../c' }, /is no segment/],
    ['an empty segment in a target', { '/a': '/b//c' }, /empty segment/],
    ['a name that the source has not', { '/a/:x': '/b/:y' }, /uses :y, which its source has not/],
    ['the same in the query', { '/a/:x': '/b?c=:y' }, /uses :y, which its source has not/],
    ['a rest that the source has not', { '/a/:x': '/b/*' }, /uses \*, which its source has not/],
    ['a name in the fragment', { '/a/:x': '/b#:x' }, /in its fragment/],
    ['a name in part of a value', { '/a/:x': '/b?c=:x.html' }, /c=:x\.html has no name .* %3A/],
    ['a name in place of a key', { '/a/:x': '/b?:x=1' }, /has no name/],
    ['a name behind something', { '/a/:x': '/b/c-:x' }, /:x would stay as it is: a name stands for a segment/],
    ['the same in the query', { '/a/:x': '/b?c=d:x' }, /:x would stay/],
    ['the same in the fragment', { '/a/:x': '/b#c:x' }, /:x would stay/],
    ['a rest in the query', { '/a/*': '/b?c=*' }, /\* would stay as it is: .* \* for the end of a path/],
    ['braces', { '/a/{:x}': '/b' }, /\{ is a pattern of routers; here there are :name .* \* at the end/],
    ['an optional name', { '/a/:x?': '/b' }, /:x\? is a pattern of routers/],
    ['a repeated name', { '/a/:x+': '/b' }, /:x\+ is a pattern of routers/],
    ['a name with any number of segments', { '/a/:x*': '/b' }, /:x\* is a pattern of routers/],
    ['a name with an expression', { '/a/:x(\\d+)': '/b' }, /:x\( is a pattern of routers/],
    ['the same without a backslash', { '/a/:x([0-9]+)/c': '/b' }, /:x\( is a pattern of routers/],
    ['alternatives', { '/a/(b|c)': '/d' }, /\(b\|c\) is a pattern of routers/],
    ['alternatives in a segment', { '/a-(b|c).html': '/d' }, /\(b\|c\) is a pattern of routers/],
    ['characters in parentheses', { '/a/([a-z]+)': '/d' }, /\(\[ is a pattern of routers/],
    ['a rest with a name', { '/a/*rest': '/b' }, /\*rest is a pattern of routers/],
    ['an optional rest with a name', { '/a{/*rest}': '/b' }, /\{ is a pattern of routers/],
    ['an optional name in a target', { '/a/:x': '/b/:x?' }, /:x\? is a pattern of routers/],
    ['braces in a target', { '/a/:x': '/b/{x}' }, /\{ is a pattern of routers/],
  ])('is refused: %s', (_name, table, message) => {
    expect(() => createMoved(table as never)).toThrow(TypeError)
    expect(() => createMoved(table as never)).toThrow(message)
  })

  it.each([
    ['/wiki/Foo_(bar)', '/wiki/Talk:Foo_(bar)'],
    ['/wiki/Talk:Foo_(bar)', '/wiki/Foo'],
    ['/c++/a+b', '/cpp/a:b+c'],
    ['/(a)/b', '/c'],
    ['/urn:x:1', '/urn?time=10:30&and=a:b&all=*'],
    ['/a|b', '/c'],
    ['/a[1]', '/c?d={e}'],
    ['/a%7Bb%7D', '/%7Bc%7D'],
    ['/a;b=1,2!$&@', '/c'],
  ])('may have what a path may have (RFC 3986 §3.3): %s → %s', (from, to) => {
    expect(locationFor({ [from]: to }, from)).toBe(to.replace('{e}', '%7Be%7D'))
  })

  it('may have a : or a name of another rule in a value of a query', () => {
    expect(locationFor({ '/a/:x': '/b?c=d:y&e=:x' }, '/a/1')).toBe('/b?c=d:y&e=1')
    expect(locationFor({ '/a/:x': '/b?c=%3Ay' }, '/a/1')).toBe('/b?c=%3Ay')
  })

  it.each([
    ['no object', null, /as an object/],
    ['one that there is not', { code: 301 }, /no option "code"; it has permanent, status/],
    ['permanent that is no boolean', { permanent: 'yes' }, /"permanent" takes a boolean/],
    ['another status', { status: 303 }, /takes 301, 302, 307 or 308, not 303/],
    ['a status as text', { status: '301' }, /takes 301, 302, 307 or 308, not "301"/],
    ['a status that is inherited', { status: 'toString' }, /takes 301/],
    ['both', { permanent: true, status: 301 }, /not both/],
  ])('has options; refused: %s', (_name, options, message) => {
    expect(() => createMoved({ '/a': '/b' }, options as never)).toThrow(TypeError)
    expect(() => createMoved({ '/a': '/b' }, options as never)).toThrow(message)
  })
})
