import { answer, exchange, type NearMisses } from './near-miss.ts'

/** A series: each answer before the last is one of `earlier`. */
const series = (...exchanges: readonly string[]): string => exchanges.join('\n')

const request = (line: string, status: string, ...fields: readonly string[]): string =>
  exchange(`${line} HTTP/1.1`, [], `HTTP/1.1 ${status}`, fields)

const content = (status: string, fields: readonly string[], text: string): string =>
  exchange('GET / HTTP/1.1', [], `HTTP/1.1 ${status}`, fields, text)

const refused = (allow: string): string => request('DELETE /', '405 Method Not Allowed', `Allow: ${allow}`)

const coded = (codings: string, text = 'none', status = '200 OK', requestLine = 'GET / HTTP/1.1'): string =>
  exchange(requestLine, [], `HTTP/1.1 ${status}`, [`Content-Encoding: ${codings}`], text)

const failed = (type: string, text: string): string => content('404 Not Found', [`Content-Type: ${type}`], text)

const savedAs = (disposition: string, text = 'No.'): string =>
  content('404 Not Found', [`Content-Disposition: attachment; ${disposition}`], text)

const link = (...values: readonly string[]): string => answer('200 OK', ...values.map((value) => `Link: ${value}`))

const hints = (...values: readonly string[]): string =>
  [
    '> GET / HTTP/1.1',
    ...values.flatMap((value) => ['< HTTP/1.1 103 Early Hints', `< ${value}`]),
    '< HTTP/1.1 200 OK',
  ].join('\n')

const location = (uri: string, ...notes: readonly string[]): string =>
  [...notes, answer('302 Found', `Location: ${uri}`)].join('\n')

const digest = (name: string, fields: readonly string[], requestLine: string, status: string, text = '[]'): string =>
  exchange(requestLine, [], `HTTP/1.1 ${status}`, [`${name}: sha-256=:AAAA:`, ...fields], text)

const report = (method: string, status = '200 OK', ...fields: readonly string[]): string =>
  digest('Repr-Digest', fields, `${method} / HTTP/1.1`, status)

/** The request without Prefer worked; what came of it with Prefer. */
const preferring = (prefer: string, status: string, method = 'GET', ...others: readonly string[]): string =>
  series(
    request(`${method} /`, '200 OK'),
    exchange(`${method} / HTTP/1.1`, [`Prefer: ${prefer}`, ...others], `HTTP/1.1 ${status}`, []),
  )

const applied = (preferences: string, ...fields: readonly string[]): string =>
  answer('200 OK', `Preference-Applied: ${preferences}`, ...fields)

export const metadata: NearMisses = {
  '9110-10.2.1-allow-truthful': {
    breaks: [
      [series(request('PUT /', '204 No Content'), refused('GET')), 'Allow does not list PUT, which got a 204 before.'],
      [series(request('PUT /', '501 Not Implemented'), refused('PUT')), 'Allow lists PUT, which got a 501 before.'],
      [series(request('OPTIONS /', '405 No'), refused('OPTIONS')), 'Allow lists OPTIONS, which got a 405 before.'],
      series(request('PUT /', '405 No'), request('PUT /', '204 No Content'), refused('GET')),
      series(request('PUT /', '204 No Content'), request('GET /', '200 OK'), refused('GET')),
      series(request('GET /', '200 OK'), request('GET /', '200 OK', 'Allow: PUT')),
    ],
    passes: [
      series(request('PUT /', '204 No Content'), refused('PUT')),
      series(request('PUT /', '300 Multiple Choices'), refused('GET')),
      series(request('PUT /', '404 Not Found'), refused('GET')),
      series(request('PUT /', '404 Not Found'), refused('PUT')),
      series(request('PUT /a', '204 No Content'), refused('GET')),
      series(request('OPTIONS /', '204 No Content'), refused('GET')),
      // What could be done once, and what can be done since then.
      series(request('PUT /', '201 Created'), request('PUT /', '405 Method Not Allowed', 'Allow: GET')),
      series(request('PUT /', '405 No'), request('PUT /', '204 No Content'), refused('PUT')),
      series(request('PUT /', '405 No'), request('PUT /', '501 No', 'Allow: PUT')),
    ],
  },
  '9110-8.4-content-encoding-declared': {
    breaks: [
      [coded('x-gzip'), 'Content-Encoding says gzip, but the content is not in that coding.'],
      coded('gzip, identity'),
      coded('br, gzip'),
    ],
    passes: [
      coded('identity'),
      coded('gzip, br'),
      // The name of something that every object has.
      coded('__proto__'),
      coded('gzip', 'no!'),
      coded('gzip', 'part', '206 Partial Content'),
      coded('gzip', 'delta', '226 IM Used'),
      coded('gzip', 'none', '200 OK', 'HEAD / HTTP/1.1'),
    ],
  },
  '9110-8.3-content-type-when-content': {
    breaks: [
      content('300 Multiple Choices', [], 'a'),
      exchange('PUT / HTTP/1.1', [], 'HTTP/1.1 200 OK', ['Content-Encoding: br'], 'a'),
    ],
    passes: [
      answer('300 Multiple Choices'),
      content('299 Fine', [], 'a'),
      // It may be a file, which nobody could look into.
      exchange('POST / HTTP/1.1', [], 'HTTP/1.1 200 OK', ['Content-Encoding: br'], 'a'),
    ],
  },
  '9110-8.3-content-type-singleton': {
    breaks: [answer('200 OK', 'Content-Type: a/b', 'Content-Type: a/b')],
    passes: [answer('200 OK', 'Content-Type:'), answer('200 OK', 'Content-Type: a/b,')],
  },
  '9110-8.3.1-content-type-grammar': {
    breaks: [answer('200 OK', 'Content-Type:'), answer('200 OK', 'Content-Type: a/b,')],
    // Another rule speaks of several.
    passes: [answer('200 OK', 'Content-Type: a/b'), answer('200 OK', 'Content-Type: a, b')],
  },
  '9110-8.3-204-no-content-type': {
    breaks: [request('OPTIONS /', '204 No Content', 'Content-Type: a/b')],
    // That of what was stored (RFC 9110 §15.3.5).
    passes: [
      request('PUT /', '204 No Content', 'Content-Type: a/b'),
      request('DELETE /', '200 OK', 'Content-Type: a/b'),
    ],
  },
  '9110-8.2-stale-metadata': {
    breaks: [
      [failed('text/html', ' {"a":1}'), 'The content of the 404 is JSON, but its Content-Type says text/html.'],
      [
        failed('application/json', ' <html lang="en">'),
        'The content of the 404 is an HTML page, but its Content-Type says application/json.',
      ],
      [failed('image/png', 'No.'), 'The content of the 404 is plain text, but its Content-Type says image/png.'],
      [savedAs('filename=a.pdf'), 'The content of the 404 is plain text, but would be saved as .pdf.'],
      ...['application/pdf', 'application/zip', 'image/jpeg'].map((type) => failed(type, 'No.')),
      ...['audio/ogg', 'font/woff', 'image/gif', 'video/mp4'].map((type) => failed(type, '{}')),
      failed('image/gif', '<!doctype html><p>No.'),
      failed('application/json', 'Not for (you).'),
      savedAs("filename=a; filename*=UTF-8''a.PDF"),
    ],
    passes: [
      failed('text/plain', '{}'),
      failed('application/problem+json', '{}'),
      failed('text/html', '<html>'),
      failed('text/html', 'No.'),
      failed('application/xhtml+xml', '<html>'),
      failed('image/svg+xml', '{}'),
      failed('audio/mpegurl', 'one.mp3'),
      failed('model/gltf-binary', '{}'),
      failed('json', 'No.'),
      failed('application/json', '"No."'),
      failed('text/html', '[{}]'),
      failed('application/json', '- <html>'),
      failed('application/json', '- No.'),
      failed('application/json', ''),
      failed('application/json', `No.${' '.repeat(1000)}\x01`),
      failed('application/json', 'while(1);[]'),
      failed('application/json', 'for (;;);[]'),
      content('404 Not Found', ['Content-Type: application/json', 'Content-Encoding: br'], 'No.'),
      savedAs('filename=a.txt'),
      savedAs('filename=a.pdf.txt'),
      savedAs('x-filename=a; of="a.pdf"'),
      savedAs('filename="a.pdf"', '%PDF-'),
      // What was cut short may have been a "true".
      ['# incomplete', failed('application/json', 'tru')].join('\n'),
      exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 404 Not Found', ['Content-Type: image/png'], 'No.'),
    ],
  },
  '9530-2-content-digest-of-content': {
    breaks: [digest('Content-Digest', [], 'GET / HTTP/1.1', '206 Partial Content')],
    passes: [
      ['# incomplete', digest('Content-Digest', [], 'GET / HTTP/1.1', '200 OK')].join('\n'),
      digest('Content-Digest', [], 'HEAD / HTTP/1.1', '200 OK', ''),
      answer('200 OK', 'Content-Digest: sha-512=:AAAA:'),
    ],
  },
  '9530-3.1-repr-digest-of-status-report': {
    breaks: ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => report(method, '202 Accepted')),
    passes: [
      report('GET'),
      report('POST', '201 Created'),
      report('POST', '200 OK', 'Content-Location: /1'),
      report('POST', '200 OK', 'Location: /1'),
      ['# incomplete', report('POST')].join('\n'),
    ],
  },
  '8288-3.3-link-rel-once': {
    breaks: [
      hints('Server: a', 'Link: </a>; as=style', 'Link: </b>; rel=preload'),
      [link('</a>; REL=up; rel=up'), 'The link to /a has more than one rel.'],
    ],
    passes: [link('</a>; rel'), link('</a>; rel=up, </b>; rel=up'), hints('Server: a', 'Link: </a>; rel=preload')],
  },
  '8288-3.3-link-ext-rel-quoted': {
    breaks: [
      [link('</a>; rel="up /b"'), 'The link to /a has a relation type that is not an absolute URI.'],
      [link('</a>; rel=urn:b'), 'The link to /a has a URI as its relation type, without quotes.'],
    ],
    passes: [
      link('</a>; title=urn:b; rel=up'),
      link('</a>; rel="urn:b"'),
      link('</a>; title=urn:b; rel="urn:b"'),
      link('</a>; rel="up"; title=urn:b'),
      link('</a>; rel=b@c'),
      link('</a>; title=urn:b'),
    ],
  },
  '8288-3-link-grammar': {
    breaks: [hints('Link: /a')],
    passes: [hints('Link: </a>'), link('')],
  },
  '7240-2-prefer-unknown-ignored': {
    breaks: [preferring('a', '400 Bad Request'), preferring('a', '501 Not Implemented', 'HEAD')],
    passes: [
      preferring('a', '403 Forbidden'),
      preferring('a, a', '400 Bad Request'),
      preferring('a="', '400 Bad Request'),
      preferring('handling=Strict, a', '400 Bad Request'),
      // What is done twice may fail.
      preferring('a', '422 Unprocessable Content', 'POST'),
      preferring('a', '400 Bad Request', 'GET', 'Range: bytes=a'),
      series(request('GET /', '400 Bad Request'), request('GET /', '400 Bad Request')),
    ],
  },
  '7240-2-prefer-duplicates-ignored': {
    breaks: [preferring('a=1, A=2', '400 Bad Request')],
    passes: [
      preferring('a=1, b=1', '400 Bad Request'),
      preferring('a=1, a=2', '422 Unprocessable Content', 'POST'),
      preferring('handling=strict, a=1, a=2', '400 Bad Request'),
    ],
  },
  '7240-2-prefer-vary': {
    breaks: [
      [
        applied('wait=1, return=minimal', 'Vary: Accept, X-Prefer'),
        'Preference-Applied says that return changed the response, but Vary does not list Prefer.',
      ],
    ],
    passes: [
      applied('return=minimal', 'Vary: *'),
      applied('return=minimal', 'Vary: Accept, prefer'),
      applied('return=minimal', 'Cache-Control: no-store'),
      applied('wait=1, respond-async, handling=lenient'),
      applied('return minimal'),
    ],
  },
  '9110-10.2.4-server-field-few-subproducts': {
    breaks: [[answer('200 OK', 'Server: aa bb cc dd ee'), 'Server names 5 products.']],
    passes: [answer('200 OK', 'Server: aa bb cc dd'), answer('200 OK', 'Server: aa/1 bb cc dd (on) e 5')],
  },
  '9110-10.2.4-server-field-grammar': {
    breaks: [answer('200 OK', 'Server: (a)')],
    // Another rule speaks of several.
    passes: [answer('200 OK', 'Server: a', 'Server: b'), answer('200 OK', 'Server: a (b)')],
  },
  '9110-4.2.4-location-no-userinfo': {
    breaks: [location('HTTPS://@a/'), location('http://a@b/'), location('//a@b')],
    passes: [
      location('git+https://a@b/'),
      location('httpu://a@b/'),
      location('/a@b'),
      location('a:b@c'),
      answer('200 OK', 'Link: http://a@b/; rel=up'),
    ],
  },
  '9110-4.2.1-location-no-empty-host-http': {
    breaks: [
      [location('HTTP:///a'), '"HTTP:///a" is an http URI without a host.'],
      location('http:/a'),
      location('http:a'),
      location('///a', '# insecure'),
      location('///a'),
    ],
    passes: [
      location('///a', '# secure'),
      location('https:///a'),
      location('file:///a'),
      location('mailto:a'),
      location('/a'),
    ],
  },
  '9110-4.2.2-location-no-empty-host-https': {
    breaks: [[location('HTTPS://:1', '# insecure'), '"HTTPS://:1" is an https URI without a host.']],
    passes: [
      location('///a', '# insecure'),
      location('///a'),
      location('http:///a', '# secure'),
      location('/', '# secure'),
    ],
  },
}
