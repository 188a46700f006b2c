import { answer, exchange, type NearMisses } from './near-miss.ts'

/** `GET / 200`, with fields of the answer. */
const one = (line: string, ...fields: readonly string[]): string => asked(line, [], ...fields)

/** As `one`, with fields of the request. */
const asked = (line: string, requestFields: readonly string[], ...fields: readonly string[]): string => {
  const [method, target, status] = line.split(' ')
  return exchange(`${method} ${target} HTTP/1.1`, requestFields, `HTTP/1.1 ${status}`, fields)
}

const told = (line: string, fields: readonly string[], content: string): string => {
  const [method, target, status] = line.split(' ')
  return exchange(`${method} ${target} HTTP/1.1`, [], `HTTP/1.1 ${status}`, fields, content)
}

const series = (...exchanges: readonly string[]): string => exchanges.join('\n')

/** GET and HEAD of the same, each with its own value of a field. */
const bothWith = (name: string, get: string, head: string): string =>
  series(one('GET / 200', `${name}: ${get}`), one('HEAD / 200', `${name}: ${head}`))

const acceptPatch = (value: string): string => answer('200 OK', `Accept-Patch: ${value}`)

const acceptQuery = (value: string): string => answer('200 OK', `Accept-Query: ${value}`)

const trace = (cookie: string): string =>
  exchange('TRACE / HTTP/1.1', [`Cookie: ${cookie}`], 'HTTP/1.1 200', [], `TRACE / HTTP/1.1\nCookie: ${cookie}`)

const connect = (target: string): string => one(`CONNECT ${target} 200`)

const created = (...prefer: readonly string[]): string =>
  asked(
    'POST / 201',
    prefer.map((value) => `Prefer: ${value}`),
    'Location: /1',
  )

const [here, gone] = [one('GET / 200'), one('GET / 404')]

const allows = (...methods: readonly string[]): string => one('OPTIONS / 204', `Allow: ${methods.join(', ')}`)

const ofSomebody = (line: string, ...fields: readonly string[]): string => asked(line, ['Authorization: a'], ...fields)

/** A PUT of four bytes that got a tag, and then a GET. */
const stored = (
  tag: string,
  then: string,
  {
    request = [],
    status = '204',
    method = 'PUT',
  }: { request?: readonly string[]; status?: string; method?: string } = {},
): string =>
  [
    `> ${method} / HTTP/1.1`,
    ...request.map((field) => `> ${field}`),
    '>',
    '> four',
    `< HTTP/1.1 ${status}`,
    `< ETag: ${tag}`,
    then,
  ].join('\n')

const five = (method: string, tag: string, ...fields: readonly string[]): string =>
  told(`${method} / 200`, [`ETag: ${tag}`, ...fields], 'fives')

export const method: NearMisses = {
  '9110-9.1-method-case': {
    breaks: [one('get / 299'), one('get / 200')],
    passes: [one('get / 300'), one('get / 101'), one('frob / 200'), one('GET / 200', 'Allow: GET, frob')],
  },
  '9110-9.3.2-head-same-fields': {
    breaks: [
      [bothWith('Content-Type', 'a/b', 'a'), '"content-type" of the response to HEAD is another than that of GET.'],
      [
        bothWith('Content-Language', 'de', 'en'),
        '"content-language" of the response to HEAD is another than that of GET.',
      ],
      bothWith('Location', '/a?b', '/a/b?b'),
      bothWith('Allow', 'GET, HEAD', 'GET'),
      bothWith('Allow', 'A, B', 'AB'),
    ],
    passes: [
      bothWith('Content-Type', 'a/b;c=1', 'A/B;c=2'),
      bothWith('Content-Language', 'de', 'DE'),
      bothWith('Location', '/a?b', '/a#c'),
      bothWith('Allow', 'GET, HEAD', 'HEAD,GET'),
      series(one('GET / 200'), one('HEAD / 200', 'Content-Language: de', 'Location: /a', 'Allow: GET')),
      series(one('POST / 200', 'Allow: POST'), one('HEAD / 200')),
      series(one('GET / 404', 'Allow: POST'), one('HEAD / 200')),
      series(asked('GET / 200', ['Accept: a/b'], 'Content-Language: de'), one('HEAD / 200')),
    ],
  },
  '9110-9.3.7-200-options-lists-features': {
    breaks: [
      one('OPTIONS / 200', 'X-Accept: a'),
      one('OPTIONS / 200', 'Content-Encoding: br'),
      told('OPTIONS / 204', ['Content-Encoding: br'], 'a'),
      told('OPTIONS / 200', [], 'FORGET POSTS'),
    ],
    passes: [
      one('OPTIONS / 200', 'Accept: a/b'),
      one('OPTIONS / 200', 'Accept-Post: a/b'),
      one('OPTIONS * 200'),
      asked('OPTIONS / 200', ['Access-Control-Request-Method: PUT']),
      told('OPTIONS / 200', [], 'I can (GET).'),
      told('OPTIONS / 200', ['Content-Encoding: br'], 'a'),
    ],
  },
  '9110-9.3.7-options-star': {
    breaks: ['404', '405', '410'].map((status) => one(`OPTIONS * ${status}`)),
    passes: [one('OPTIONS / 404'), one('GET * 404'), one('OPTIONS * 400')],
  },
  '5789-3.1-accept-patch-on-options': {
    passes: [
      one('OPTIONS * 200', 'Allow: PATCH'),
      one('GET / 200', 'Allow: PATCH'),
      one('OPTIONS / 200', 'Allow: PUT'),
    ],
  },
  '5789-2.2-accept-patch': {
    passes: [asked('PATCH / 415', ['Content-Encoding: br']), one('PUT / 415'), one('PATCH / 400')],
  },
  '5789-3.1-accept-patch-grammar': {
    breaks: [
      [acceptPatch(','), 'Accept-Patch is empty, and has to name a media type.'],
      [acceptPatch('a/b, c'), 'Accept-Patch lists media types, and "c" is not one.'],
    ],
    passes: [acceptPatch('a/b; c="d, e"')],
  },
  '5789-3.1-accept-patch-no-ranges': {
    breaks: [acceptPatch('a/b, a/*'), acceptPatch('a/b;c=d;Q=1')],
    passes: [acceptPatch('a/b;c=q'), acceptPatch('q')],
  },
  '5789-3.1-accept-patch-implies': {
    breaks: [
      [
        one('PATCH / 405', 'Accept-Patch: a/b', 'Allow: PATCH'),
        'Accept-Patch says that PATCH works here, and the 405 that it does not.',
      ],
      one('PUT / 405', 'Accept-Patch: a/b', 'Allow: GET'),
    ],
    passes: [one('PUT / 405', 'Accept-Patch: a/b', 'Allow: PATCH'), one('PATCH / 415', 'Accept-Patch: a/b')],
  },
  '10008-2.1-query-inconsistent-4xx': {
    passes: [asked('QUERY / 500', ['Content-Type: a/b']), one('GET / 500')],
  },
  '10008-2.6-query-conditional': {
    passes: [
      one('QUERY / 412'),
      asked('QUERY / 412', ['If-None-Match: "a"', 'If-Match: "b"']),
      asked('QUERY / 412', ['If-None-Match: "a"', 'If-Unmodified-Since: Sat, 21 Nov 2026 08:00:00 GMT']),
      asked('PUT / 412', ['If-None-Match: "a"']),
    ],
  },
  '10008-3-accept-query-structured': {
    breaks: ['"a/b/c"', '"/b"', '"a/"', '"*/b"', '"a/b;"', '"a/b "', '"a/b", *'].map(acceptQuery),
    passes: ['*/*', 'a/*', '"A/b"', 'a/b;c=d'].map(acceptQuery),
  },
  '9110-9.1-501-unknown-method': {
    breaks: [
      [one('FOO / 500'), '"FOO" is no method that a server knows, so 501 would be right, not 500.'],
      one('FOO / 400'),
      '> FOO / HTTP/1.0\n< HTTP/1.1 400',
      '> FOO / HTTP/2\n< HTTP/2 400',
      series(one('GET / 299'), one('FOO / 404')),
    ],
    passes: [
      one('FOO / 501'),
      one('FOO / 300'),
      one('FOO / 404'),
      series(one('GET / 300'), one('FOO / 404')),
      series(one('GET / 200'), one('FOO / 403')),
      // It is Host that 400 is about.
      '# as is\n> FOO / HTTP/1.1\n< HTTP/1.1 400',
      asked('FOO / 400', ['Host: a', 'Host: b']),
    ],
  },
  '9112-3-501-long-method': {
    breaks: [one(`${'A'.repeat(41)} / 200`)],
    passes: [one(`${'A'.repeat(40)} / 200`)],
  },
  '9110-9.1-405-known-method': {
    breaks: [
      series(allows('GET'), here, one('PUT / 404')),
      series(here, one('POST / 405', 'Allow: GET'), asked('PATCH / 404', ['Content-Length: 0'])),
    ],
    passes: [
      series(allows('GET', 'PUT'), here, one('PUT / 404')),
      series(allows('GET'), one('PUT / 404')),
      series(allows('GET'), gone, one('PUT / 404')),
      series(allows('GET'), one('HEAD / 200'), one('PUT / 404')),
      series(allows('GET'), one('GET /a 200'), one('PUT / 404')),
      series(allows('GET'), ofSomebody('GET / 200'), one('PUT / 404')),
      series(here, one('PUT / 404')),
      series(one('OPTIONS / 300', 'Allow: GET'), here, one('PUT / 404')),
      series(one('OPTIONS / 204'), here, one('PUT / 404')),
      series(one('POST / 405'), here, one('PUT / 404')),
      series(one('GET / 200', 'Allow: GET'), one('PUT / 404')),
      series(allows('GET'), here, one('MKCOL / 404')),
      ...['Content-Type: a/b', 'Content-Length: 1', 'Transfer-Encoding: chunked'].map((field) =>
        series(allows('GET'), here, asked('PUT / 404', [field])),
      ),
      series(allows('GET'), here, '> PUT / HTTP/1.1\n>\n> a\n< HTTP/1.1 404'),
    ],
  },
  '9110-9.1-get-and-head-supported': {
    breaks: [series(one('GET / 299'), one('HEAD / 501'))],
    passes: [
      series(one('GET / 300'), one('HEAD / 501')),
      series(one('POST / 200'), one('HEAD / 501')),
      series(ofSomebody('GET / 200'), one('HEAD / 501')),
      series(here, one('PUT / 501')),
      series(here, asked('HEAD / 501', ['Content-Type: a/b'])),
    ],
  },
  '9110-9.3.8-200-trace-reflects': {
    breaks: [one('TRACE / 200', 'Content-Encoding: br'), told('TRACE / 200', [], 'GET / HTTP/1.1')],
    passes: [told('TRACE / 200', ['Content-Encoding: br'], 'a'), told('TRACE / 200', [], 'Trace / HTTP/1.1')],
  },
  '9110-9.3.8-trace-excludes-secrets': {
    breaks: [[trace('a=123456'), 'The answer to TRACE gives away the "cookie" of the request, to scripts too.']],
    passes: [
      // So short a text may stand there by chance.
      trace('a=12345'),
      trace('a=123456').replace('TRACE', 'GET'),
      trace('a=123456').replace('200', '200\n< Content-Encoding: br'),
    ],
  },
  '9110-9.3.6-connect-bad-port-rejected': {
    breaks: ['a', 'a:0', 'a:65536', 'a:80b', 'a:b80', '[::1]'].map(connect),
    passes: ['a:1', 'a:65535', '[::1]:443'].map(connect),
  },
  '9110-9.3.3-201-post-created': {
    breaks: [
      created(),
      ...['return=minimalist', 'noreturn=minimal', 'return=representation', 'a;return=minimal'].map((prefer) =>
        created(prefer),
      ),
    ],
    passes: ['return=minimal', 'Return = "minimal"', 'return=minimal ; a', 'a, return=minimal;b'].map((prefer) =>
      created(prefer),
    ),
  },
  '9110-9.3.4-201-put-created': {
    breaks: [
      series(gone, one('PUT / 204'), here),
      series(one('HEAD / 410'), one('PUT / 200'), one('HEAD / 200')),
      series(here, gone, one('PUT / 204'), here),
      series(gone, one('PUT / 204'), one('GET /a 200'), here),
    ],
    passes: [
      series(gone, one('PUT / 201'), here),
      series(one('GET / 403'), one('PUT / 204'), here),
      series(one('PUT / 404'), one('PUT / 204'), here),
      series(gone, one('POST / 204'), here),
      series(gone, one('PUT / 204'), one('POST / 200')),
      series(one('PUT / 204'), here),
      series(one('GET /a 404'), here),
      series(ofSomebody('GET / 404'), one('PUT / 204'), here),
      series(gone, ofSomebody('PUT / 204'), here),
    ],
  },
  '9110-9.3.4-put-modified-200-or-204': {
    breaks: [
      ...['GET / 200', 'HEAD / 200', 'PUT / 200', 'PUT / 201', 'PUT / 204'].map((line) =>
        series(one(line), one('PUT / 201')),
      ),
      series(one('PUT / 201', 'Location: /'), one('PUT / 201', 'Location: http://api.example/')),
    ],
    passes: [
      ...['GET / 404', 'GET /a 200', 'PUT / 202', 'PUT / 409', 'POST / 201', 'DELETE / 200'].map((line) =>
        series(one(line), one('PUT / 201')),
      ),
      series(one('PUT / 201', 'Location: /1'), one('PUT / 201')),
      series(one('PUT / 201'), one('PUT / 201', 'Location: /1')),
      series(ofSomebody('GET / 200'), one('PUT / 201')),
    ],
  },
  '9110-9.3.4-put-no-validator-if-transformed': {
    breaks: [
      [
        stored('"a"', five('GET', '"a"')),
        'The PUT sent 4 bytes, 5 were stored: with the ETag the client takes its own copy for the stored one.',
      ],
    ],
    passes: [
      stored('"a"', told('GET / 200', ['ETag: "a"'], 'five')),
      stored('"a"', five('GET', '"b"')),
      stored('W/"a"', five('GET', 'W/"a"')),
      stored('"a"', five('HEAD', '"a"')),
      stored('"a"', five('GET', '"a"', 'Content-Encoding: br')),
      stored('"a"', five('GET', '"a"'), { request: ['Content-Encoding: br'] }),
      stored('"a"', five('GET', '"a"'), { request: ['Content-Range: bytes 0-3/5'] }),
      stored('"a"', five('GET', '"a"'), { request: ['Authorization: a'] }),
      stored('"a"', five('GET', '"a"'), { status: '412' }),
      stored('"a"', five('GET', '"a"'), { method: 'POST' }),
      `# incomplete\n${stored('"a"', five('GET', '"a"'))}`,
      series(one('PUT /a 204', 'ETag: "a"'), five('GET', '"a"')),
      series(one('PUT / 204'), five('GET', '"a"')),
    ],
  },
}
