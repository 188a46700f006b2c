import { answer, exchange, type NearMisses } from './near-miss.ts'

const GET = 'GET / HTTP/1.1'
const OK = 'HTTP/1.1 200 OK'
const REFUSED = 'HTTP/1.1 406 Not Acceptable'
const UNSUPPORTED = 'HTTP/1.1 415 Unsupported Media Type'

const series = (...exchanges: readonly string[]): string => exchanges.join('\n')

const typed = (accept: string, ...types: readonly string[]): string =>
  exchange(
    GET,
    [`Accept: ${accept}`],
    OK,
    types.map((type) => `Content-Type: ${type}`),
  )

/** There is JSON, as an answer before shows; what is sent for an Accept is something else. */
const notJson = (accept: string, ...types: readonly string[]): string =>
  series(typed('*/*', 'application/json'), typed(accept, ...types))
const html = (accept: string): string => notJson(accept, 'text/html')

const coded = (acceptEncoding: string, ...codings: readonly string[]): string =>
  exchange(
    GET,
    [`Accept-Encoding: ${acceptEncoding}`],
    OK,
    codings.map((coding) => `Content-Encoding: ${coding}`),
  )

/** There is dcb, as an answer before shows; what is used for an Accept-Encoding is something else. */
const notDcb = (acceptEncoding: string, ...codings: readonly string[]): string =>
  series(coded('*', 'dcb'), coded(acceptEncoding, ...codings))

const hinted = (method: string, ...earlier: readonly string[]): string =>
  series(...earlier, exchange(`${method} / HTTP/1.1`, ['Sec-CH-DPR: two'], 'HTTP/1.1 400 Bad Request', []))

const refused = (fields: readonly string[], content?: string): string => exchange(GET, [], REFUSED, fields, content)

const ofWishes = (...wishes: readonly string[]): string => exchange(GET, wishes, REFUSED, [])

/** A 406 to these wishes, after an answer to other ones. */
const refusedAfter = (
  before: readonly string[],
  wishes: readonly string[],
  status = OK,
  ...fields: readonly string[]
): string => series(exchange(GET, before, status, fields), ofWishes(...wishes))

const JSON_POST = ['Content-Type: application/json']
const CODED_POST = [...JSON_POST, 'Content-Encoding: br']

const posted = (requestFields: readonly string[], status: string, ...fields: readonly string[]): string =>
  exchange('POST / HTTP/1.1', [...requestFields, '', '{}'], status, fields)

/** A 415 to coded JSON, after an answer to something else. */
const codedAfter = (earlier: string): string => series(earlier, posted(CODED_POST, UNSUPPORTED))

const unsupported = (method: string, ...requestFields: readonly string[]): string =>
  exchange(`${method} / HTTP/1.1`, requestFields, UNSUPPORTED, [])

const negotiated = (wish: string, ...fields: readonly string[]): string => exchange(GET, [wish], OK, fields)

const AS_HTML = ['Accept: text/html', 'Content-Type: text/html'] as const
const AS_JSON = ['Accept: application/json', 'Content-Type: application/json'] as const
const AS_GERMAN = ['Accept-Language: de', 'Content-Language: de'] as const

const ofRequest = (requestLine: string, ...wishes: readonly string[]): string =>
  series(
    exchange(requestLine, wishes, OK, ['Content-Type: application/json']),
    typed('text/html;q=0.5, application/json', 'text/html'),
  )

export const negotiation: NearMisses = {
  '9110-12.4.2-q0-not-acceptable': {
    breaks: [
      [
        html('text/html;q=0, application/json;q=0.001'),
        'The content is "text/html", which Accept does not admit, though there is "application/json" as well.',
      ],
    ],
    passes: [html('text/html;q=0.001, application/json'), html('text/html;q=0, application/json;q=0')],
  },
  '9110-12.4.2-q-ordering': {
    breaks: [
      [
        html('text/html;q=0.5, application/json;q=0.501'),
        'The content is "text/html", which Accept wants less (0.5), though there is "application/json" as well.',
      ],
      html('text/html;q=0.5, */*;q=0.1, application/json'),
      html('text/html;q=0.1, text/*;q=0.4, application/json;q=0.5'),
      notJson('application/problem+json;q=0.5, application/json', 'application/problem+json'),
      ofRequest(GET),
    ],
    passes: [
      html('text/html;q=0.5, application/json;q=0.5'),
      html('text/html;q=2, application/json'),
      html('html, application/json'),
      notJson('text/html;q=0.5, application/json'),
      notJson('text/html;q=0.5, application/json', 'html'),
      ofRequest('POST / HTTP/1.1'),
      ofRequest('GET /other HTTP/1.1'),
      ofRequest(GET, 'Host: other.example'),
      series(
        answer('404 Not Found', 'Content-Type: application/json'),
        typed('text/html;q=0.5, application/json', 'text/html'),
      ),
      series(answer('200 OK'), typed('text/html;q=0.5, application/json', 'text/html')),
    ],
  },
  '9110-12.4.3-wildcard-absent-excludes': {
    breaks: [
      html('application/json'),
      html('application/*;q=0.001, image/png'),
      notJson('application/json', 'application/x+json-seq'),
    ],
    passes: [html('image/png'), html(''), notJson('application/json', 'application/problem+json')],
  },
  '9110-12.5.1-accept-specificity': {
    breaks: [
      html('text/html;q=0.1, text/*;q=0.5, application/json;q=0.5'),
      html('text/html;q=0, */*'),
      notJson('text/html;q=0.1, text/html;level=1;q=0, application/json;q=0.1', 'text/html;level=1'),
    ],
    passes: [html('text/html;q=0.1, text/*;q=0.4, application/json;q=0.5')],
  },
  '9110-12.5.1-accept-params-match': {
    breaks: [
      html('text/html;level=1, application/json'),
      series(typed('*/*', 'text/html'), typed('application/json;v=2, text/html;q=0.1', 'application/problem+json')),
    ],
    passes: [html('text/html;level=1'), html('text/plain;level=1, application/json')],
  },
  '9110-12.5.1-q-anywhere': {
    breaks: [notJson('text/html;q=0.1;level=1, application/json', 'text/html;level=1')],
    passes: [notJson('text/html;level=1;q=0.1, application/json', 'text/html;level=1')],
  },
  '9110-12.4.2-q-case-insensitive': {
    breaks: [html('text/html;Q=0.1, application/json;q=0.2')],
    passes: [html('text/html;q=0.1, application/json;Q=0.2')],
  },
  '9110-12.5.3-ae-listed-nonzero': {
    breaks: [
      [coded('x-gzip;q=0', 'x-gzip'), 'The content has the coding "x-gzip", which Accept-Encoding refuses.'],
      coded('gzip, br;q=0.0', 'gzip, br'),
    ],
    passes: [coded('gzip;q=0.001, br;q=0', 'gzip'), coded('gzip;q=0, br', 'br')],
  },
  '9110-12.5.3-ae-empty': {
    breaks: [coded('', 'br'), coded(',', 'br')],
    passes: [coded('', 'identity'), coded('identity', 'br'), exchange(GET, [], OK, ['Content-Encoding: br'])],
  },
  '9110-12.5.3-ae-none-acceptable-identity': {
    breaks: [
      [coded('gzip', 'GZIP, Br'), 'The content has the coding "br", which Accept-Encoding does not list.'],
      coded('gzip', `${'gzip, '.repeat(9)}br`),
    ],
    passes: [
      coded('gzip, identity;q=0', 'br'),
      coded('gzip br', 'br'),
      // Codings without end are not read to the end.
      coded('gzip', `${'gzip, '.repeat(10)}br`),
    ],
  },
  '9110-8.4.1.3-x-gzip-alias': {
    breaks: [
      [
        coded('gzip;q=0', 'x-gzip'),
        'The content has the coding "x-gzip", which Accept-Encoding refuses by its other name.',
      ],
    ],
    passes: [coded('x-gzip;q=0', 'x-gzip'), coded('*;q=0', 'x-gzip'), coded('x-compress;q=0', 'compress')],
  },
  '9110-8.4.1.1-x-compress-alias': {
    breaks: [coded('compress;q=0', 'x-compress')],
    passes: [coded('compress;q=0', 'compress'), coded('*;q=0', 'compress'), coded('gzip;q=0', 'x-gzip')],
  },
  '9110-12.5.3-ae-highest-q': {
    breaks: [
      [notDcb('br;q=0.5, dcb;q=0.501', 'br'), 'The coding is "br", though "dcb" is there and wanted more.'],
      notDcb('*;q=0.5, dcb', 'BR'),
    ],
    passes: [
      notDcb('br;q=0.5, dcb;q=0.5', 'br'),
      notDcb('br;q=0, dcb', 'br'),
      notDcb('br;q=0.5', 'br'),
      notDcb('br;q=0.5 dcb', 'br'),
      notDcb('identity;q=0.5, dcb'),
      notDcb('br;q=0.5, gzip;q=0.5, dcb', 'br, gzip'),
      series(coded('*', 'dcb, gzip'), coded('br;q=0.5, dcb', 'br')),
      series(coded('*'), coded('br;q=0.5, dcb', 'br')),
      series(answer('404 Not Found', 'Content-Encoding: dcb'), coded('br;q=0.5, dcb', 'br')),
    ],
  },
  '9110-15.5.7-list': {
    breaks: [
      refused([]),
      refused(['Link: </other>; rel=next']),
      refused(['Link: </a.json> rel=alternate']),
      refused(['Content-Type: text/html'], '<a data-href-x="/406">Not Acceptable</a>'),
    ],
    passes: [
      refused(['Alternates: {"/a.json" 1.0 {type application/json}}']),
      refused(['Link: </a.json>; rel="other ALTERNATE"']),
      refused(['Content-Type: text/html'], '<a href ="/406">Not Acceptable</a>'),
      exchange('HEAD / HTTP/1.1', [], REFUSED, []),
    ],
  },
  '9110-12.4.1-absent-field-no-preference': {
    breaks: [ofWishes(), ofWishes('X-Accept: text/html')],
    passes: [ofWishes('Accept: */*'), ofWishes('Accept-Post: text/html'), ofWishes('Prefer: handling=strict')],
  },
  '9110-12.5.3-identity-fallback': {
    breaks: [
      refusedAfter([], ['Accept-Encoding: dcb']),
      refusedAfter(
        ['Accept: */*', 'Accept-Language: *'],
        ['Accept: */*', 'Accept-Language: *', 'Accept-Encoding: dcb'],
      ),
      refusedAfter(['Accept-Encoding: gzip'], ['Accept-Encoding: dcb'], OK, 'Content-Encoding: identity'),
    ],
    passes: [
      ofWishes('Accept-Encoding: dcb'),
      refusedAfter([], ['Accept-Encoding: dcb, identity;q=0']),
      refusedAfter([], ['Accept-Encoding: dcb br']),
      refusedAfter(['Accept: text/*'], ['Accept: text/*', 'Accept-Encoding: dcb']),
      refusedAfter(['Prefer: a'], ['Prefer: a', 'Accept-Encoding: dcb']),
      refusedAfter(['X-User: 1'], ['X-User: 2', 'Accept-Encoding: dcb']),
      refusedAfter([], ['Accept-Encoding: dcb'], 'HTTP/1.1 203 Non-Authoritative Information'),
      refusedAfter([], ['Accept-Encoding: dcb'], OK, 'Content-Encoding: gzip'),
    ],
  },
  '9110-12.5.3-415-accept-encoding-only-for-codings': {
    breaks: [
      posted(JSON_POST, UNSUPPORTED, 'Accept-Encoding: gzip'),
      posted(JSON_POST, UNSUPPORTED, 'Accept-Encoding: gzip br'),
    ],
    passes: [
      posted(JSON_POST, UNSUPPORTED, 'Accept-Encoding: gzip, identity;q=0'),
      posted(CODED_POST, UNSUPPORTED, 'Accept-Encoding: gzip'),
    ],
  },
  '9110-15.5.16-accept-encoding': {
    breaks: [
      posted(CODED_POST, UNSUPPORTED, 'Accept: application/*;q=0.001'),
      codedAfter(posted(JSON_POST, 'HTTP/1.1 299 Fine')),
      codedAfter(posted([...JSON_POST, 'Content-Encoding: Identity'], OK)),
    ],
    passes: [
      posted(CODED_POST, UNSUPPORTED),
      posted(CODED_POST, UNSUPPORTED, 'Accept: application/*;q=0'),
      posted(CODED_POST, UNSUPPORTED, 'Accept: json'),
      posted(['Content-Encoding: br'], UNSUPPORTED, 'Accept: application/json'),
      posted([...JSON_POST, 'Content-Encoding: Identity'], UNSUPPORTED, 'Accept: application/json'),
      series(posted([], OK), posted(['Content-Encoding: br'], UNSUPPORTED)),
      codedAfter(posted(CODED_POST, OK)),
      codedAfter(posted(['Content-Type: text/plain'], OK)),
      codedAfter(posted(JSON_POST, 'HTTP/1.1 300 Multiple Choices')),
      codedAfter(exchange('PUT / HTTP/1.1', [...JSON_POST, '', '{}'], OK, [])),
    ],
  },
  '9110-15.5.16-use': {
    breaks: [unsupported('GET'), unsupported('HEAD'), unsupported('DELETE')],
    passes: [
      unsupported('POST'),
      unsupported('GET', 'Content-Type: text/html'),
      unsupported('GET', 'Content-Encoding: br'),
      unsupported('GET', '', 'a'),
    ],
  },
  '9110-12.5.1-accept-grammar': {
    breaks: [answer('200 OK', 'Accept: json')],
    passes: [answer('200 OK', 'Accept: '), answer('200 OK', 'Accept: a/b;q=2')],
  },
  '9110-12.5.3-accept-encoding-grammar': {
    breaks: [answer('200 OK', 'Accept-Encoding: gzip br')],
    passes: [answer('200 OK', 'Accept-Encoding: '), answer('200 OK', 'Accept-Encoding: gzip;q=2')],
  },
  '9110-12.4.2-q-three-digits': {
    breaks: [
      [answer('200 OK', 'Accept: a/b, a/c;q=1.001'), '"1.001" is not a weight.'],
      [answer('200 OK', 'Accept: a/b;q=1', 'Accept-Encoding: br;q=.5'), '".5" is not a weight.'],
      answer('200 OK', 'Accept: html', 'Accept-Encoding: br;q=2'),
    ],
    passes: [
      answer('200 OK', 'Accept: a/b;q=1.000, a/c;q=0.'),
      answer('200 OK', 'Accept: html;q=2', 'Accept-Encoding: gzip br;q=2'),
    ],
  },
  '9110-12.5.1-q-last': {
    breaks: [answer('200 OK', 'Accept: a/b, a/c;q=1;d=e')],
    passes: [answer('200 OK', 'Accept: a/b;d=e;q=1'), answer('200 OK', 'Accept: html;q=1;d=e')],
  },
  '9110-12.5.5-vary-grammar': {
    breaks: [answer('200 OK', 'Vary: Accept, "Cookie"')],
    passes: [answer('200 OK', 'Vary: *, Accept'), answer('200 OK', 'Vary: ')],
  },
  '8942-3.1-accept-ch-list-of-tokens': {
    breaks: [answer('200 OK', 'Accept-CH: Sec-CH-DPR, "Sec-CH-Width"'), answer('200 OK', 'Accept-CH: Sec-CH-DPR,')],
    passes: [answer('200 OK', 'Accept-CH: Sec-CH-DPR;a, Sec-CH-Width'), answer('200 OK', 'Accept-CH: ')],
  },
  '8942-2.2-client-hints-unknown-ignored': {
    breaks: [
      hinted('GET', exchange(GET, ['Sec-CH-DPR: 2.0', 'Sec-CH-Width: 9'], OK, [])),
      hinted('HEAD', exchange('HEAD / HTTP/1.1', [], OK, [])),
    ],
    passes: [
      hinted('GET', exchange(GET, ['Sec-C: 2'], OK, [])),
      hinted('DELETE', exchange('DELETE / HTTP/1.1', [], OK, [])),
      hinted('GET', answer('300 Multiple Choices')),
    ],
  },
  '9110-12.5.5-vary-when-negotiated': {
    breaks: [
      [
        series(negotiated(...AS_HTML, 'Vary: Accept'), negotiated(...AS_JSON, 'Vary: Cookie')),
        'Accept decides about Content-Type, but Vary does not list it: caches mix the two up.',
      ],
      [
        series(negotiated(...AS_HTML), negotiated(...AS_JSON, 'Vary: Accept')),
        'Accept decides about Content-Type, but Vary in the response before does not list it: caches mix the two up.',
      ],
      [
        series(negotiated(...AS_GERMAN), negotiated('Accept-Language: en')),
        'Accept-Language decides about Content-Language, but Vary does not list it: caches mix the two up.',
      ],
      [
        series(negotiated('Accept-Encoding: '), negotiated('Accept-Encoding: br', 'Content-Encoding: br')),
        'Accept-Encoding decides about Content-Encoding, but Vary does not list it: caches mix the two up.',
      ],
    ],
    passes: [
      series(negotiated(...AS_HTML, 'Vary: *'), negotiated(...AS_JSON, 'Vary: accept')),
      series(negotiated('Accept: */*', AS_HTML[1]), negotiated('Accept: */*', AS_JSON[1])),
      series(exchange(GET, [AS_HTML[0]], 'HTTP/1.1 404 Not Found', [AS_HTML[1]]), negotiated(...AS_JSON)),
      series(negotiated(AS_HTML[0]), negotiated(...AS_JSON)),
      series(negotiated(...AS_HTML), negotiated(AS_JSON[0])),
      series(negotiated(...AS_GERMAN), negotiated('Accept-Language: de-AT', 'Content-Language: DE')),
      series(
        negotiated('Accept-Encoding: br', 'Content-Encoding: br'),
        negotiated('Accept-Encoding: br, gzip', 'Content-Encoding: BR'),
      ),
      series(negotiated(...AS_HTML, 'Cache-Control: no-store'), negotiated(...AS_JSON)),
    ],
  },
}
