import { answer, exchange, type NearMisses } from './near-miss.ts'

const ok = (...fields: readonly string[]): string => answer('200 OK', ...fields)

/** An answer with another status line, which may be none. */
const statusLine = (line: string): string => `# status line ${line}\n${ok()}`

/** An answer of HTTP/2, of which nobody has a raw head. */
const multiplexed = (...fields: readonly string[]): string => exchange('GET / HTTP/2', [], 'HTTP/2 200', fields)

const redirected = (target: string, ...fields: readonly string[]): string =>
  exchange(`GET ${target} HTTP/1.1`, [], 'HTTP/1.1 302 Found', fields)

const disposition = (filename: string): string => ok(`Content-Disposition: attachment; filename=${filename}`)

const challenge = (value: string): string => answer('401 Unauthorized', `WWW-Authenticate: ${value}`)

const now = 'Sun, 06 Nov 1994 08:49:37 GMT'

/** The name of the request field, its colon and that of Host make 26 bytes. */
const sized = (size: number, status: string, method = 'GET'): string =>
  exchange(`${method} / HTTP/1.1`, [`X-A: ${'x'.repeat(size - 26)}`], `HTTP/1.1 ${status}`, [])

/** The answer, at 8:00, to a condition. */
const since = (
  date: string,
  status: string,
  { method = 'GET', more = [] as readonly string[], modified = '7:00' } = {},
) =>
  exchange(
    `${method} / HTTP/1.1`,
    [`If-Modified-Since: ${date}`, ...more],
    `HTTP/1.1 ${status}`,
    modified === '' ? [] : [`Last-Modified: Sat, 21 Nov 2026 0${modified}:00 GMT`],
  )

const understood = since('Sat, 21 Nov 2026 07:00:00 GMT', '304 Not Modified')
const asctime = 'Sat Nov 21 07:00:00 2026'

const toAbsolute = (target: string, host: string, location: string, status = '302 Found'): string =>
  exchange(`GET ${target} HTTP/1.1`, [`Host: ${host}`], `HTTP/1.1 ${status}`, [`Location: ${location}`])

export const syntax: NearMisses = {
  '9112-2.3-version-case-sensitive': {
    breaks: ['http/1.1 200 OK', 'XHTTP/1.1 200 OK', 'HTTP/2 200 OK', 'HTTP/1.10 200 OK', 'HTTP/1.1␉200 OK'].map(
      statusLine,
    ),
    passes: ['HTTP/1.1', 'HTTP/1.1 2'].map(statusLine),
  },
  '9112-4-status-three-digits': {
    breaks: [
      ...['HTTP/1.1', 'HTTP/1.1 20 OK', 'HTTP/1.1 2000 OK', 'HTTP/1.1  200 OK', 'HTTP/1.1 200␉OK', 'HTTP/1.1 A 200 OK'],
    ].map(statusLine),
    passes: ['HTTP/1.1 200', 'http/1.1 200 OK'].map(statusLine),
  },
  '9112-4-status-line-space': {
    breaks: ['HTTP/1.1 200', 'http/1.1 200'].map(statusLine),
    passes: ['HTTP/1.1 200␠', 'HTTP/1.1 20', 'HTTP/1.1 2000', 'http/1.1 200 Route 666'].map(statusLine),
  },
  '9112-4-reason-phrase-grammar': {
    breaks: ['HTTP/1.1 200 ␀', 'HTTP/1.1 200 O␟K', 'HTTP/1.1 200 O K␡'].map(statusLine),
    passes: ['HTTP/1.1 200 O␉K', 'HTTP/1.1 200 O␍K', 'HTTP/1.1␀ 200 OK', 'HTTP/1.1 200␀ OK'].map(statusLine),
  },

  '9112-2.1-status-line-crlf': {
    breaks: [statusLine('HTTP/1.1 200 OK␊X-A: b'), ok('X-A: b␊X-C: d'), ok('X-A: b␍␊␊')],
    passes: [ok('X-A: b␍␊X-C: d')],
  },
  '9112-2.2-no-bare-cr': {
    breaks: [statusLine('HTTP/1.1 200 O␍K'), ok('X-A: b␍c'), ok('X-A: b␍␍␊X-C: d')],
    passes: [ok('X-A: b␍␊X-C: d'), ok('X-A: b␊X-C: d')],
  },
  '9112-2.2-no-space-before-first-field': {
    breaks: [ok('␠X-A: b'), ok('␉X-A: b')],
    passes: [ok('X-A: b', '␠X-C: d')],
  },
  '9112-5.2-no-line-folding': {
    breaks: [ok('X-A: b', '␠X-C: d'), ok('X-A: b', '␉X-C: d')],
    passes: [ok('␠X-A: b')],
  },
  '9112-5.1-no-space-before-colon': {
    breaks: [ok('X-A␠: b'), ok('X-A␉: b')],
    passes: [ok('X-A: b', '␠X-C␠: d'), ok('X-A: b :')],
  },
  '9110-2.2-abnf-conformance': {
    breaks: [
      [ok('X-A: b␍␊X-C'), 'The line "X-C" is not a field: it has no name with a colon.'],
      [ok('X-A: b␍␊: d'), 'The line ": d" is not a field: it has no name with a colon.'],
    ],
    passes: [ok('X-A: b␍␊␠X-C'), ok('A:')],
  },
  '9110-5.6.3-ows-single-sp': {
    breaks: [ok('X-A:␠␠b'), ok('X-A:␉b'), ok('X-A:␠␉b'), ok('X-A:␉ ␠b')],
    passes: [
      ok('X-A:b'),
      ok('X-A:␠b'),
      ok('X-A:␠␠'),
      ok('X-A: b:␠␠c', 'X-D: e␠'),
      ok('X-A: b', '␠X-C:␠␠d'),
      ok('X-A: b␍␊:␠␠d'),
    ],
  },

  '9110-5.1-field-name-token': {
    breaks: [
      [ok('X A: b'), '"X A" is not the name of a field.'],
      [multiplexed('x-a : b'), '"x-a " is not the name of a field.'],
      [`# trailer X-A : b\n${ok()}`, '"X-A " is not the name of a field.'],
    ],
    passes: [ok('X-A␠: b'), ok('␠X-A: b'), `# trailer X-A: b\n${ok()}`],
  },
  '9110-5.5-no-cr-lf-nul-ctl': {
    breaks: [
      ok('X-A: ␀'),
      ok('X-A: b␀␍c'),
      ok('X-A: b␟'),
      ok('X-A: ␡b'),
      multiplexed('x-a: b␍c'),
      multiplexed('x-a: b␊c'),
    ],
    passes: [ok('X-A: b␉c~'), ok('X-A: b␍c'), ok('X-A: \x80')],
  },
  '9110-5.5-redirect-no-response-splitting': {
    breaks: [
      redirected('/?%0d%0aSet-Cookie:%20a=b', 'Set-Cookie: a=b'),
      redirected('/?%0AX-Evil%3Aa', 'x-evil: a'),
      redirected('/?%0dX-Evil:+a+b', 'X-Evil: a b'),
      redirected('/?%0ax-evil:%4Aa%26b&c#d', 'X-Evil: Ja&b'),
      redirected('/?%0aX-Evil:a#b', 'X-Evil: a'),
      redirected('/?%0aX-Evil:', 'X-Evil:'),
    ],
    passes: [
      redirected('/?X-Evil:a', 'X-Evil: a'),
      redirected('/?%0aX-Evil:a', 'X-Evil: b'),
      redirected('/?%0aX-Evil:a', 'X-Good: a'),
      redirected('/?%0aX-Evil', 'X-Evil: a'),
      redirected('/?%0aX-Frame-Options:DENY', 'X-Frame-Options: DENY'),
      ...['Vary', 'Set-Cookie2', 'My-Set-Cookie', 'My-X-A'].map((name) => redirected(`/?%0a${name}:a`, `${name}: a`)),
    ],
  },
  '9110-5.5-custom-fields-ascii': {
    breaks: [ok('X-A: \x80'), ok('X-A: ü')],
    passes: [ok('X-A: ~'), ok('Server: ü'), ok('Priority: ü')],
  },

  '9110-5.3-location-not-a-list': {
    breaks: [ok('Location: /a', 'Location: /a')],
    passes: [ok('Location: /a', 'Content-Location: /a')],
  },
  '9110-5.3-no-duplicate-singletons': {
    breaks: [
      [
        ok('Vary: a', 'Vary: b', 'Server: a', 'SERVER: b', 'server: c'),
        'The field Server has 3 lines, but only one value: each recipient takes another of them.',
      ],
    ],
    passes: [ok('Server: a', 'Vary: a', 'Vary: b', 'Location: /a', 'Location: /b')],
  },

  '9110-5.6.1.1-no-empty-list-elements': {
    breaks: [
      [ok('Vary: a,'), 'The field Vary has an empty element: there is a comma too many.'],
      ...['Vary: ,', 'Vary: ,a', 'Vary: a,,b', 'Link: <,>,'].map((field) => ok(field)),
    ],
    passes: [
      ...['Vary:', 'Vary: a,b', 'Link: <,,>', 'Alt-Svc: a=",,"'].map((field) => ok(field)),
      // Others are no lists, or have rules of their own.
      ok('Vary: a', 'X-A: b,,c', 'Cache-Control: d,,e', 'Content-Type: text/html,'),
    ],
  },
  '9110-5.6.2-list-members-tokens': {
    breaks: [
      [ok('Connection: a, b c'), '"b c" is not a token, so it cannot be an element of this field.'],
      ok('Connection: a', 'Trailer: b, "c"'),
    ],
    passes: [ok('Connection: a,, b', 'Trailer: c', 'Link: </d>')],
  },
  '9110-5.6.3-ows-not-elsewhere': {
    breaks: [
      [ok('X-A: b␠'), 'A blank stands after the value of a field.'],
      ok('X-A: b c:␠␉'),
      [ok('Vary: a ,b'), 'The field Vary has needless blanks around a comma.'],
      ...['Vary: a␉,b', 'Vary: a,  b', 'Vary: a,␉b', 'Vary: a, ␉b'].map((field) => ok(field)),
      [ok('Content-Type: text/html ;a=b'), 'The field Content-Type has needless blanks around a semicolon.'],
      ...['Accept: a/b␉;q=1', 'Accept: a/b;  q=1', 'Accept: a/b;␉q=1', 'Accept: a/b; ␉q=1'].map((field) => ok(field)),
    ],
    passes: [
      ...['X-A:␠', 'X-A:␠␉', 'X-A: b c', 'X-A: b␍␊C␠', 'X-A: b␍␊: C: d␠␍␊X-E: f', 'X-A: b  ,  c'].map((field) =>
        ok(field),
      ),
      ...['Vary: a,b, c', 'Alt-Svc: a="b ,  c"', 'Link: </a  ,>', 'Via: 1.1 a (b  ,  c)'].map((field) => ok(field)),
      ...['Accept: a/b;q=1, c/d; q=1', 'Accept: a/b;c=" ;  "', 'Alt-Svc: a="b" ;  c=d'].map((field) => ok(field)),
    ],
  },
  '9110-5.6.3-rws-single-sp': {
    breaks: [ok('Server: a  b'), ok('Server: a␉b'), ok('Via: 1.1 ␉a'), ok('Server: a b', 'Via: 1.1 a', 'Via: 1.1␉b')],
    passes: [ok('Server: a b', 'X-A: c  d'), ok('Server: a (b)  c')],
  },

  '9110-5.6.4-quoted-string-escaping': {
    breaks: [
      [disposition('"a"b"'), 'The text "a" is followed by "b"; a double quote inside needs a backslash before it.'],
      [disposition('"a'), 'The text "a is not closed; a double quote inside needs a backslash before it.'],
      disposition('",<"a>"'),
      disposition('<"a"b>'),
      ok('Link: </a>; title=", <"b; rel="c>"'),
      ok('Link: <a"b>; title="c"d'),
      ok('Server-Timing: a;desc="b"', 'Server-Timing: a;desc="b'),
    ],
    passes: [
      ...['"a"', '"a\\"b"', '"a";b=c', '"a" ;b=c', '"a"␉;b=c'].map(disposition),
      ok('Alt-Svc: a="b",c="d"', 'ETag: "a"b', 'Server: "a'),
      ok('Link: <a"b>; rel=c'),
      ok('Link: </a>; rel=b, <c"d>; rel=e'),
    ],
  },
  '9110-5.6.4-quoted-pair-only-when-needed': {
    breaks: [disposition('"a\\b"'), disposition('"\\"\\\\\\b"'), ok('Cache-Control: private="a\\b"')],
    passes: [disposition('"\\"\\\\"'), ok('ETag: "a\\b"', 'Alt-Svc: a\\b'), ok('Link: <"a\\b">')],
  },
  '9110-5.6.3-no-bws': {
    breaks: [
      ...['realm ="a"', 'realm␉="a"', 'realm  ="a"', 'realm= "a"', 'realm=  "a"', 'realm=␉a', 'realm=a, b = c'].map(
        (parameter) => challenge(`Basic ${parameter}`),
      ),
      challenge('Basic realm=",<", a ="b>"'),
      ...['Proxy-Authenticate: Basic realm ="a"', 'Authentication-Info: a =b', 'Proxy-Authentication-Info: a =b'].map(
        (field) => ok(field),
      ),
      ok('Link: </a>; rel =b'),
      ok('Link: </a>; title="<"; rel =">"'),
      ok('Link: <a"b>; rel ="c"'),
    ],
    passes: [
      ...['Basic realm="a = b", c=d', 'Negotiate YQ== , Basic realm="a"', 'Negotiate YQ=='].map(challenge),
      ok('Link: </a = b>; rel=c, </d = e>; rel=f'),
      ok(
        'Link: </a>; rel=b',
        'X-Authentication-Info: c = d',
        'Authentication-Infos: c = d',
        'My-Proxy-Authenticate: c = d',
      ),
    ],
  },

  '9110-5.6.7-imf-fixdate': {
    breaks: [
      [
        ok('Date: Sun, 6 Nov 1994 08:49:37 GMT'),
        '"Sun, 6 Nov 1994 08:49:37 GMT" is not a date in the form "Sun, 06 Nov 1994 08:49:37 GMT", with the right day of the week.',
      ],
      ...['Mon, 06 Nov 1994 08:49:37 GMT', 'sun,  06 nov 1994 08:49:37 gmt', 'Sun, 06 Nov 1994 08:49:37 utc'].map(
        (date) => ok(`Date: ${date}`),
      ),
      ok(`Last-Modified: ${now}`, `Last-Modified: ${now}, ${now}`),
    ],
    passes: [
      ok(`Date: ${now}`, 'Expires: 0'),
      ok('Date: Sun,  6 Nov 1994 08:49:37 GMT'),
      ok(`Date: ${now.toLowerCase()}`),
    ],
  },
  '9110-5.6.7-http-date-no-extra-space': {
    breaks: [
      [
        ok('Date: Sun,  6 Nov 1994 08:49:37 GMT'),
        '"Sun,  6 Nov 1994 08:49:37 GMT" has other blanks than an HTTP-date has.',
      ],
      ok('Date: Sun,␉06 Nov 1994 08:49:37 GMT'),
      ok(`Last-Modified: Sun, 06 Nov 1994${' '.repeat(60)}08:49:37 GMT`),
    ],
    passes: [ok('Date: Sun, 6 Nov 1994 08:49:37 GMT'), ok('Date: Sun,  66 Nov 1994 08:49:37 GMT')],
  },
  '9110-5.6.7-http-date-case': {
    breaks: [
      [
        ok('Date: sun, 06 nov 1994 08:49:37 gmt'),
        '"sun, 06 nov 1994 08:49:37 gmt" has names in another case than an HTTP-date has.',
      ],
      ok('Date: Sun, 06 NOV 1994 08:49:37 GMT'),
      ok('Last-Modified: Sun, 06 Nov 1994 08:49:37 Gmt'),
    ],
    passes: [ok('Date: sun, 6 Nov 1994 08:49:37 GMT'), ok('Date: sunday, 06 nov 1994 08:49:37 gmt')],
  },

  '9651-4.1-sf-empty-omitted': {
    breaks: [[ok('Priority:'), 'The field Priority is empty; without members the field is left out.']],
    passes: [ok('X-A:', 'Priority: u=1')],
  },
  '9651-3.3.3-string-ascii': {
    breaks: [ok('Priority: \x80'), ok('Priority: ü')],
    passes: [ok('X-A: ü', 'Priority: ~')],
  },
  '9209-2-member-type': {
    breaks: [
      [ok('Proxy-Status: a, 1'), 'A member of Proxy-Status is neither a String nor a Token.'],
      ok('Proxy-Status: a', 'Proxy-Status: (b)'),
      [ok('Proxy-Status: a;;'), 'Proxy-Status is not a structured list, so nobody can read it.'],
    ],
    // Two other rules speak of what is empty, and of what is not ASCII.
    passes: [
      ok('Proxy-Status: "a", b', 'Proxy-Status: c'),
      ok('Proxy-Status:'),
      ok('Proxy-Status: ü', 'Proxy-Status: a'),
    ],
  },
  '9209-2-trailer': {
    breaks: [
      [
        `# trailer Proxy-Status: b\n${ok('Proxy-Status: a')}`,
        'The trailer Proxy-Status speaks of "b", which the header section did not name.',
      ],
      [
        `# trailer Proxy-Status: a\n# trailer proxy-status: b\n${ok('Proxy-Status: a')}`,
        'The trailer Proxy-Status speaks of "b", which the header section did not name.',
      ],
      `# trailer Proxy-Status: (a b), b\n${ok('Proxy-Status: a')}`,
      `# trailer Proxy-Status: a\n${ok()}`,
      `# trailer Proxy-Status: a\n${ok('Proxy-Status: a;;')}`,
    ],
    passes: [
      `# trailer Proxy-Status: b; error=c, "a"\n${ok('Proxy-Status: a', 'Proxy-Status: b')}`,
      `# trailer Proxy-Status: b;;\n${ok('Proxy-Status: a')}`,
      `# trailer X-A: b\n${ok('Proxy-Status: a')}`,
    ],
  },

  '9110-5.4-oversized-fields-4xx': {
    breaks: [
      [
        `${sized(7999, '302 Found')}\n${sized(8001, '500 Internal Server Error')}`,
        'With 8001 bytes of fields the request fails with 500; with less it did not. 431 says why.',
      ],
    ],
    passes: [
      `${sized(7999, '200 OK')}\n${sized(8000, '500 Internal Server Error')}`,
      `${sized(8000, '200 OK')}\n${sized(8001, '500 Internal Server Error')}`,
      `${sized(7999, '400 Bad Request')}\n${sized(8001, '500 Internal Server Error')}`,
      `${sized(7999, '200 OK', 'HEAD')}\n${sized(8001, '500 Internal Server Error')}`,
      `${sized(7999, '200 OK')}\n${sized(8001, '431 Request Header Fields Too Large')}`,
    ],
  },
  '9110-5.6.7-ims-all-date-formats': {
    breaks: [
      ...[asctime, 'Saturday, 21-Nov-26 07:00:00 GMT'].map((date) => `${understood}\n${since(date, '200 OK')}`),
      `${understood}\n${since(asctime, '200 OK', { method: 'HEAD' })}`,
      `${since('Sat, 21 Nov 2026 08:00:00 GMT', '304 Not Modified')}\n${since('Sat Nov 21 08:00:00 2026', '200 OK')}`,
    ],
    passes: [
      ...[
        since(asctime, '304 Not Modified'),
        since(asctime, '200 OK', { method: 'POST' }),
        since(asctime, '200 OK', { more: ['If-None-Match: "a"'] }),
        since(asctime, '200 OK', { modified: '' }),
        since(asctime, '200 OK', { modified: '7:01' }),
        since('yesterday', '200 OK'),
        since('Sat, 21 Nov 2026 07:00:00 GMT', '200 OK'),
        since('Sat Nov 21 07:00:01 2026', '200 OK'),
      ].map((last) => `${understood}\n${last}`),
      // Without a date nobody knows what the server takes for the future.
      `# as is\n${understood}\n${since(asctime, '200 OK')}`,
      `${since('yesterday', '304 Not Modified')}\n${since('yesterday', '200 OK')}`,
      `${since('Sat, 21 Nov 2026 07:00:00 GMT', '200 OK')}\n${since(asctime, '200 OK')}`,
      `${since('Sat, 21 Nov 2026 08:00:01 GMT', '304 Not Modified')}\n${since('Sat Nov 21 08:00:01 2026', '200 OK')}`,
    ],
  },
  '9112-3.2.2-redirect-uses-absolute-form-host': {
    breaks: [
      ...['a.invalid', 'a.invalid:8080', 'a.invalid:', 'A.invalid'].map((host) =>
        toAbsolute('http://a.example/', host, `http://${host}/b`),
      ),
      toAbsolute('HTTPS://a.example/', 'A.invalid', 'http://a.Invalid', '201 Created'),
    ],
    passes: [
      toAbsolute('/?http://a.example/', 'a.invalid', 'http://a.invalid/'),
      toAbsolute('http://[a.example]/', 'a.invalid', 'http://a.invalid/'),
      toAbsolute('http://a.invalid/', 'a.invalid', 'http://A.invalid/'),
      toAbsolute('http://a.example/', 'b.invalid', 'http://a.invalid/'),
      ...['/b', 'mailto:a'].map((location) => toAbsolute('http://a.example/', 'a.invalid', location)),
      toAbsolute('http://a.example/', 'b.example', '/b'),
      // These may be where the server wants its clients to be.
      ...['a.invalid.example', 'a-invalid', 'invalid'].map((host) =>
        toAbsolute('http://a.example/', host, `http://${host}/`),
      ),
      `# as is\n${exchange('GET http://a.example/ HTTP/1.1', [], 'HTTP/1.1 302 Found', ['Location: http://a.invalid/'])}`,
    ],
  },
}
