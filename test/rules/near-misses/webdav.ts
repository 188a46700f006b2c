import { exchange, type NearMisses } from './near-miss.ts'

const XML = 'Content-Type: application/xml'
const HREF = '<D:href>/a</D:href>'

const inXml = (
  requestLine: string,
  status: string,
  content: string,
  ...[type = XML, ...fields]: readonly string[]
): string => exchange(requestLine, [], `HTTP/1.1 ${status}`, [type, ...fields], content)

const dav = (name: string, content: string): string => `<D:${name} xmlns:D="DAV:">${content}</D:${name}>`

const mixed = (content: string, ...fields: readonly string[]): string =>
  inXml('PROPFIND / HTTP/1.1', '207 Multi-Status', content, ...fields)

/** A 207 with these DAV:response elements. */
const parts = (...contents: readonly string[]): string =>
  mixed(dav('multistatus', contents.map((content) => `<D:response>${content}</D:response>`).join('')))

const status = (line: string): string => `<D:status>${line}</D:status>`

const propstat = (line: string): string => `<D:propstat><D:prop/>${status(line)}</D:propstat>`

const failed = (content: string, code = '409 Conflict', method = 'PUT'): string =>
  inXml(`${method} / HTTP/1.1`, code, content)

const locked = (content: string): string => failed(content, '423 Locked')

const MATCHES = dav('error', '<D:lock-token-matches-request-uri/>')
const SUBMITTED = dav('error', `<D:lock-token-submitted>${HREF}</D:lock-token-submitted>`)

/** What copies to /b without overwriting it, after other exchanges. */
const copied = (
  earlier: readonly string[],
  destination = ['Destination: /b'],
  code = '201 Created',
  [method, overwrite] = ['COPY', 'F'],
): string =>
  [
    ...earlier,
    exchange(`${method} /a HTTP/1.1`, [...destination, `Overwrite: ${overwrite}`], `HTTP/1.1 ${code}`, []),
  ].join('\n')

const done = (requestLine: string, code = '200 OK', ...fields: readonly string[]): string =>
  exchange(`${requestLine} HTTP/1.1`, fields, `HTTP/1.1 ${code}`, [])

const replaced = (method: string, overwrite: string): string =>
  copied([], ['Destination: /b'], '204 No Content', [method, overwrite])

const looped = (method: string, ...fields: readonly string[]): string =>
  done(`${method} /`, '508 Loop Detected', ...fields)

const DOCTYPE = '<!DOCTYPE a>'

export const webdav: NearMisses = {
  '4918-13-207-xml-body': {
    breaks: [
      [
        mixed('<multistatus/>'),
        'The root of the content is "multistatus" and not multistatus of the namespace "DAV:".',
      ],
      mixed(dav('response', HREF)),
      mixed('<a', 'Content-Type: text/xml'),
    ],
    passes: [
      mixed(dav('multistatus', '')),
      mixed(`${DOCTYPE}<a/>`),
      mixed('<a', 'Content-Type: application/atom+xml'),
      mixed('<a', XML, 'Content-Encoding: gzip'),
      `# incomplete\n${mixed('<a')}`,
    ],
  },
  '4918-13-207-response-has-href': {
    breaks: [parts(HREF, '<href>/a</href>')],
    passes: [parts(), parts(HREF), mixed(dav('response', '<D:response/>'))],
  },
  '4918-13-207-no-1xx-inside': {
    breaks: [
      parts(HREF + status('HTTP/1.1 199 Odd')),
      parts(HREF + propstat('HTTP/1.1 200 OK') + propstat('HTTP/1.1 102 Processing')),
      parts(HREF + status('\tHTTP/1.1 100 Continue')),
      parts(status('HTTP/1.1 100 Continue')),
    ],
    passes: [
      parts(HREF + status('HTTP/1.1 200 OK')),
      parts(HREF + status('after HTTP/1.1 100 Continue')),
      parts(HREF + status('100')),
      parts(HREF + dav('error', status('HTTP/1.1 100 Continue'))),
    ],
  },
  '4918-13.2-207-redirect-uses-location-element': {
    breaks: [parts(HREF + status('HTTP/1.1 300 Multiple Choices')), parts(HREF + status('HTTP/1.1 308 Permanent'))],
    passes: [
      parts(HREF + status('HTTP/1.1 304 Not Modified')),
      parts(`${HREF}${status('HTTP/1.1 302 Found')}<D:location>${HREF}</D:location>`),
    ],
  },
  '5842-7.1-208-only-inside-207': {
    breaks: [done('PROPFIND /', '208 Already Reported')],
    passes: [done('PROPFIND /', '207 Multi-Status')],
  },
  '5842-7.1-208-needs-dav-bind': {
    breaks: [
      parts(HREF + status('HTTP/1.1 208 Already Reported')),
      parts(HREF + propstat('HTTP/1.1 200 OK') + propstat('HTTP/1.1 208 Already Reported')),
    ],
    passes: [
      parts(HREF + status('HTTP/1.1 200 OK')),
      parts(HREF + status('HTTP/1.1 208 Already Reported')).replace('\n<', '\n> DAV: 1, Bind\n<'),
    ],
  },
  '4918-16-error-element': {
    breaks: [
      [
        failed(dav('lock-token-submitted', HREF)),
        '"lock-token-submitted" stands for itself, and has to be within an error element.',
      ],
    ],
    passes: [failed('<lock-token-submitted/>'), failed(dav('unheard-of', '')), failed(SUBMITTED)],
  },
  '4918-16-lock-token-href': {
    breaks: [locked(dav('error', '<D:lock-token-submitted><href>/a</href></D:lock-token-submitted>'))],
    passes: [
      locked(SUBMITTED),
      locked(dav('error', '<lock-token-submitted/>')),
      locked(dav('errors', '<D:lock-token-submitted/>')),
    ],
  },
  '4918-16-numeric-first': {
    breaks: [
      [failed(MATCHES, '412 Precondition Failed'), '"lock-token-matches-request-uri" goes with 409, not with 412.'],
      failed(MATCHES, '403 Forbidden', 'LOCK'),
      failed(SUBMITTED, '412 Precondition Failed', 'LOCK'),
      failed(dav('error', '<D:no-conflicting-lock/><D:no-external-entities/>')),
    ],
    passes: [
      failed(MATCHES),
      failed(MATCHES, '412 Precondition Failed', 'LOCK'),
      failed(dav('error', '<no-external-entities/>')),
      failed(dav('error', '<D:no-conflicting-lock/>')),
      failed(dav('errors', '<D:no-external-entities/>')),
    ],
  },
  '4918-11.3-condition-code': {
    breaks: [
      [done('PUT /', '423 Locked'), 'The 423 has no content that names the condition, such as lock-token-submitted.'],
      [
        locked(dav('error', '')),
        'The XML of the 423 is no error element with a condition in it, such as lock-token-submitted.',
      ],
      locked('<error><a/></error>'),
    ],
    passes: [locked(dav('error', '<a/>')), locked('<a'), done('HEAD /', '423 Locked')],
  },
  '4918-10.6-overwrite-412': {
    breaks: [
      [
        replaced('COPY', 'F'),
        'The 204 says that the destination was replaced, which Overwrite: F forbids: 412 would be right.',
      ],
      replaced('MOVE', 'F'),
      replaced('COPY', 'f'),
      [
        copied([done('GET /b'), done('GET /c')]),
        'Something is at "/b", which Overwrite: F protects: 412 would be right, not 201.',
      ],
      copied([done('DELETE /b'), done('GET /b'), done('HEAD /c')]),
    ],
    passes: [
      replaced('COPY', 'T'),
      replaced('PUT', 'F'),
      copied([done('GET /c')]),
      copied([done('GET /b', '404 Not Found')]),
      copied([done('GET /b', '200 OK', 'Cookie: a=b')]),
      copied([done('GET /b'), done('DELETE /b')]),
      copied([done('GET /undefined')], []),
      copied([done('GET /b')], ['Destination: http://other.example/b']),
      copied([done('GET /b'), done('DELETE /b'), done('GET /c')]),
    ],
  },
  '4918-12.1-dav-412-needs-conditional': {
    breaks: [done('MOVE /', '412 Precondition Failed')],
    passes: [
      done('MOVE /', '412 Precondition Failed', 'Overwrite: F'),
      done('MOVE /', '412 Precondition Failed', 'If: (<urn:a>)'),
      done('PUT /', '412 Precondition Failed'),
    ],
  },
  '5842-7.2-use': {
    breaks: [[looped('CONNECT'), 'The CONNECT has no depth, so there is no loop that a 508 could speak of.']],
    passes: [looped('GET', 'Depth: infinity'), looped('COPY')],
  },
}
