import { answer, exchange, type NearMisses } from './near-miss.ts'

const server = (...values: readonly string[]): string => answer('200 OK', ...values.map((value) => `Server: ${value}`))

/** So many ranges, and a multipart of so many bytes of which the whole has 100. */
const parts = (
  ranges: number,
  length: number,
  { type = 'multipart/byteranges', head = 'Content-Range: bytes 0-99/100' } = {},
) =>
  exchange(
    'GET / HTTP/1.1',
    [`Range: bytes=${Array.from({ length: ranges }, () => '0-').join(',')}`],
    'HTTP/1.1 206 Partial Content',
    [`Content-Type: ${type}; boundary=b`],
    `--b\r\n${head}\r\n\r\n`.padEnd(length, 'a'),
  )

const hsts = (...values: readonly string[]): string[] => values.map((value) => `Strict-Transport-Security: ${value}`)

const withHsts = (...values: readonly string[]): string => answer('200 OK', ...hsts(...values))

/** What came over TLS before, and what comes now, over TLS or not. */
const series = (notes: string, ...transcripts: readonly string[]): string => [notes, ...transcripts].join('\n')
const plain = '# insecure\n# earlier secure'
const on = withHsts('max-age=1')

/** Responses to HTTPS that have no HSTS. */
const bare = (start: string, status: string, ...fields: readonly string[]): string =>
  exchange(start, fields, `HTTP/1.1 ${status}`, [])

const redirect = (status: string, location?: string, start = 'GET / HTTP/1.1'): string =>
  exchange(start, [], `HTTP/1.1 ${status}`, location === undefined ? [] : [`Location: ${location}`])

const trace = 'at f (/app/a.js:1:2)'

const problem = (members: unknown): string =>
  exchange(
    'GET / HTTP/1.1',
    [],
    'HTTP/1.1 500 Internal Server Error',
    ['Content-Type: application/problem+json'],
    JSON.stringify(members),
  )

const problemXml = (elements: string, type = 'application/problem+xml'): string =>
  exchange(
    'GET / HTTP/1.1',
    [],
    'HTTP/1.1 500 Internal Server Error',
    [`Content-Type: ${type}`],
    `<problem xmlns="urn:ietf:rfc:7807">${elements}</problem>`,
  )

export const security: NearMisses = {
  '9110-10.2.4-server-detail': {
    breaks: [
      [server('a/1 b/2.0 (c) d/3'), 'Server tells the versions of 3 parts: one name would do.'],
      server('a/1 b/2', 'c/3'),
    ],
    passes: [server('a/1 b/2 c'), server('a/1 b/2 c/d4'), server('a/1 b/2 (c/3 (d) e/4)')],
  },
  '9110-17.15-range-dos-defence': {
    breaks: [
      [
        parts(3, 801),
        'To 3 ranges of 100 bytes the server sent 801 bytes, so that a small request makes a large response.',
      ],
      parts(3, 801, { head: 'content-range:BYTES 0-9/100' }),
      parts(3, 801, { head: 'X-A: b\r\nContent-Range:\t  bytes 10-19/100' }),
    ],
    passes: [
      parts(3, 800),
      parts(2, 801),
      parts(4, 801),
      parts(3, 801, { type: 'text/plain' }),
      parts(3, 801, { head: 'X-Content-Range: bytes 0-9/100' }),
      parts(3, 801, { head: 'Content-Range: bytes 0-9/*' }),
    ],
  },

  '6797-7.2-hsts-not-over-http': {
    breaks: [`# insecure\n${on}`],
    passes: [
      `# secure\n${on}`,
      on,
      `# insecure\n${exchange('GET / HTTP/1.1', ['X-Forwarded-Proto: https'], 'HTTP/1.1 200 OK', hsts('max-age=1'))}`,
    ],
  },
  '6797-7.1-hsts-single': {
    breaks: [withHsts('max-age=1', 'max-age=1')],
    passes: [withHsts('max-age=1, max-age=1')],
  },
  '6797-6.1-hsts-max-age': {
    breaks: [
      ...['', 'max-age', 'max-age=', 'max-age=-1', 'max-age=1s', 'max-age="1', 'max-age=1"', 'x-max-age=1'].map(
        (value) => withHsts(value),
      ),
      withHsts('max-age=1', 'includeSubDomains'),
    ],
    passes: [
      ...[
        'max-age=0',
        'includeSubDomains; MAX-AGE="10"; preload',
        'max-age = 1',
        'max-age\t=\t1',
        'a=";"; max-age=1',
      ].map((value) => withHsts(value)),
    ],
  },
  '6797-6.1-hsts-directives-once': {
    breaks: [
      [
        withHsts('max-age=1; a; MAX-AGE = 1'),
        'Strict-Transport-Security has "max-age" more than once, so browsers may ignore it as a whole.',
      ],
      withHsts('max-age=1', 'max-age=1; a; b; A=c'),
    ],
    passes: [withHsts('max-age=1;; a;'), withHsts('max-age=1; a="; a"; aa'), withHsts('max-age=1', 'max-age=1')],
  },
  '6797-7.1-hsts-on-secure': {
    breaks: [
      [
        series('# secure', on, bare('GET / HTTP/1.1', '404 Not Found')),
        'The 404 has no Strict-Transport-Security, though the host sends it with other responses.',
      ],
      ...['max-age = "01"', 'a; Max-Age=10'].map((value) =>
        series('# secure', withHsts(value), bare('POST /b HTTP/1.1', '200 OK')),
      ),
      series(
        '# secure',
        withHsts('max-age=0'),
        on,
        answer('200 OK'),
        bare('GET / HTTP/1.1', '200 OK', 'Host: API.example'),
      ),
    ],
    passes: [
      series('# secure', on, on),
      series('# secure', answer('200 OK'), answer('200 OK')),
      series('# secure', on, bare('GET / HTTP/1.1', '304 Not Modified')),
      series('# secure', on, bare('GET / HTTP/1.1', '101 Switching Protocols')),
      series('# secure', on, bare('CONNECT api.example:443 HTTP/1.1', '200 OK')),
      series('# secure', on, bare('GET / HTTP/1.1', '200 OK', 'Host: b.example')),
      series('# insecure', on, bare('GET / HTTP/1.1', '200 OK')),
      series(plain, on, bare('GET / HTTP/1.1', '200 OK')),
      // None of them switches it on, or the last one has switched it off.
      ...['max-age=0', 'max-age="00"', 'max-age=1s', 'x-max-age=1', 'a'].map((value) =>
        series('# secure', on, withHsts(value), answer('200 OK')),
      ),
      series('# secure', withHsts('max-age=0', 'max-age=1'), answer('200 OK')),
    ],
  },
  '6797-7.2-hsts-redirect': {
    breaks: [
      [
        series(plain, on, answer('200 OK')),
        'The answer to a request over plain HTTP is 200; it is to be 301 or 308 to https.',
      ],
      [
        series(plain, on, redirect('302 Found', 'https://api.example/')),
        'The answer to a request over plain HTTP is 302; it is to be 301 or 308 to https.',
      ],
      ...['301 Moved Permanently', '308 Permanent Redirect', '300 Multiple Choices'].map(
        (status) =>
          [
            series(plain, on, redirect(status, 'http://api.example/')),
            `The ${status.slice(0, 3)} to a request over plain HTTP does not lead to https.`,
          ] as const,
      ),
      series(plain, on, redirect('301 Moved Permanently', '/')),
      series(plain, on, redirect('301 Moved Permanently')),
      series(plain, on, redirect('200 OK', undefined, 'HEAD / HTTP/1.1')),
      series(plain, on, redirect('200 OK', undefined, 'GET /a/.well-known/ HTTP/1.1')),
    ],
    passes: [
      series(plain, on, redirect('301 Moved Permanently', 'HTTPS://api.example/')),
      series(plain, on, redirect('308 Permanent Redirect', 'https://api.example/')),
      series(plain, on, redirect('304 Not Modified')),
      series(plain, on, redirect('200 OK', undefined, 'POST / HTTP/1.1')),
      series(plain, on, redirect('200 OK', undefined, 'GET /.well-known/a HTTP/1.1')),
      series(plain, on, bare('GET / HTTP/1.1', '200 OK', 'Front-End-Https: on')),
      series(plain, withHsts('max-age=0'), answer('200 OK')),
      series('# secure', on, answer('200 OK')),
      series('# insecure', on, answer('200 OK')),
    ],
  },

  '9457-5-no-stack': {
    breaks: [
      [
        problem({ title: 'Error', debug: { frames: ['x', `${trace}\n${trace}`] } }),
        'The member debug of the problem holds a stack trace, which shows attackers the inside of the server.',
      ],
      problem({ detail: trace, stack: trace }),
      problem({ a: { detail: trace } }),
      [
        problemXml(`<title>Error</title><debug><frame>x</frame><line>${trace}</line></debug>`),
        'The member line of the problem holds a stack trace, which shows attackers the inside of the server.',
      ],
      problemXml(`<detail>${trace}</detail><debug>${trace}</debug>`),
    ],
    passes: [
      problem({ detail: trace, a: null, b: 1, c: 'x' }),
      problem([trace]),
      problemXml(`<detail>${trace}<b>${trace}</b></detail><a>x</a>`),
      problemXml(`<a>${trace}</a>`, 'application/problem+json'),
      problemXml(`<a>${trace}`),
    ],
  },
}
