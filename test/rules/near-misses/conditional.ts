import { exchange, type NearMisses } from './near-miss.ts'

/** A request for /orders/7 and its answer. */
const ask = (
  method: string,
  conditions: readonly string[],
  status: number,
  fields: readonly string[] = [],
  content?: string,
): string => exchange(`${method} /orders/7 HTTP/1.1`, conditions, `HTTP/1.1 ${status}`, fields, content)

/** GET with a condition, answered with 200, 206 … */
const get = (condition: string, status: number, ...fields: readonly string[]): string =>
  ask('GET', [condition], status, fields)

/** What GET has shown, and then another request. */
const after = (fields: readonly string[], next: string): string => `${ask('GET', [], 200, fields)}\n${next}`

const time = (second: number): string => `Fri, 20 Nov 2026 08:00:0${second} GMT`
const modified = (second: number): string => `Last-Modified: ${time(second)}`
const since = (second: number): string => `If-Modified-Since: ${time(second)}`
const unmodified = (second: number): string => `If-Unmodified-Since: ${time(second)}`

const ifUnmodified: NearMisses = {
  '9110-13.1.4-ius-evaluate': {
    breaks: [
      get(unmodified(0), 200, modified(1)),
      get(unmodified(0), 206, modified(1)),
      ask('HEAD', [unmodified(0)], 200, [modified(1)]),
      after([modified(1)], ask('DELETE', [unmodified(0)], 204)),
    ],
    passes: [
      get(unmodified(1), 200, modified(1)),
      get(unmodified(0), 200, modified(1), 'Age: 1'),
      get(unmodified(0), 200, 'Last-Modified: yesterday'),
      get(unmodified(0), 200, modified(1), modified(1)),
      get('If-Unmodified-Since: tomorrow', 200, modified(1)),
      ask('GET', [unmodified(0), 'If-Match: *'], 200, [modified(1)]),
      // What an action answers may be newer than what it was done to.
      ask('POST', [unmodified(0)], 200, [modified(1)]),
      after([modified(1)], ask('DELETE', [unmodified(1)], 204)),
      after([modified(1)], ask('DELETE', [unmodified(0)], 202)),
      after([modified(1)], ask('DELETE', [unmodified(0)], 207)),
      after([], ask('DELETE', [unmodified(0)], 204)),
      // It may be made already.
      after([modified(1)], ask('PUT', [unmodified(0)], 204)),
      ask('DELETE', [unmodified(0)], 204),
    ],
  },
  '9110-13.2.2-order-if-unmodified-since-second': {
    breaks: [ask('GET', [unmodified(0), since(1)], 304, [modified(1)])],
    passes: [
      ask('GET', [unmodified(1), since(1)], 304, [modified(1)]),
      ask('GET', [unmodified(0), since(1), 'If-Match: *'], 304, [modified(1)]),
      ask('GET', [unmodified(0), since(1)], 304, [modified(1), 'Age: 1']),
      ask('GET', [unmodified(0), since(1)], 304, ['Last-Modified: yesterday']),
      ask('GET', [since(1)], 304, [modified(1)]),
    ],
  },
  '9110-13.1.4-if-unmodified-ignored': {
    breaks: [
      'Fri, 20 Nov 2026 08:00:00 CET',
      'Fri, 20 Nov 2026 08:00:00 GMT; length=5',
      'Fri, 20 Nov 2026 08:00:00 GMT, Fri, 20 Nov 2026 08:00:00 GMT',
      'Friday, Fri, 20 Nov 2026 08:00:00 GMT',
      'Fri, 1 Jan 2026 08:00:00 GMT',
      'Friday, 20-Nov-2026 08:00:00 GMT',
      'before Fri Nov 20 08:00:00 2026',
      'Fri Nov 20 08:00:00 2026 GMT',
      'Fri Nov 6 08:00:00 2026',
      '*',
      '',
    ].map((date) => ask('PUT', [`If-Unmodified-Since: ${date}`], 412)),
    passes: [
      ...[
        'Mon, 20 Nov 2026 08:00:00 GMT', // A Friday, in truth.
        'Friday, 20-Nov-26 08:00:00 GMT',
        'Wednesday, 18-Nov-26 08:00:00 GMT',
        'Fri Nov 20 08:00:00 2026',
        'Fri Nov  6 08:00:00 2026',
      ].map((date) => ask('PUT', [`If-Unmodified-Since: ${date}`], 412)),
      ask('PUT', ['If-Unmodified-Since: yesterday', 'If-Match: "v1"'], 412),
      ask('PUT', [], 412),
    ],
  },
  '9110-13.1.4-ius-origin-clock': {
    breaks: [
      ask('PUT', [unmodified(1)], 412, [`Date: ${time(0)}`]),
      ask('PUT', [unmodified(0)], 412, [`Date: ${time(0)}`]),
    ],
    passes: [
      ask('PUT', [unmodified(0)], 412, [`Date: ${time(1)}`]),
      ask('PUT', [unmodified(0)], 204, [`Date: ${time(0)}`]),
      ask('PUT', [unmodified(0)], 412, ['Date: today']),
      ask('PUT', [unmodified(0), 'If-Match: "v1"'], 412, [`Date: ${time(0)}`]),
      ask('PUT', [], 412, [`Date: ${time(0)}`]),
    ],
  },
}

const ifModified: NearMisses = {
  '9110-13.1.3-ims-false-304': {
    breaks: [
      get(since(1), 200, modified(1)),
      get(since(1), 206, modified(1)),
      ask('HEAD', [since(1)], 200, [modified(1)]),
    ],
    passes: [
      get(since(0), 200, modified(1)),
      get(since(1), 200, modified(0)),
      get(since(1), 200, modified(1), 'Age: 1'),
      get('If-Modified-Since: yesterday', 200, 'Last-Modified: yesterday'),
      ask('GET', [since(1), since(1)], 200, [modified(1)]),
      ask('GET', [since(1), 'If-None-Match: "v0"'], 200, [modified(1)]),
      ask('POST', [since(1)], 200, [modified(1)]),
    ],
  },
  '9110-13.1.3-ims-ignored': {
    breaks: [ask('GET', [since(0)], 412), ask('GET', [since(0), 'If-Range: "v1"'], 412)],
    passes: [ask('GET', [since(0), 'If-Match: "v1"'], 412), ask('GET', [], 412)],
  },
  '9110-13.1.3-ims-ignored-other-methods': {
    breaks: [ask('PUT', [since(0)], 304)],
    passes: [
      ask('QUERY', [since(0)], 304),
      ...['CONNECT', 'OPTIONS', 'TRACE'].map((method) => ask(method, [since(0)], 304)),
      ask('PUT', [since(0), 'If-None-Match: "v1"'], 304),
      ask('PUT', [], 304),
    ],
  },
  '9110-13.1.3-ims-ignored-invalid-date': {
    breaks: [
      [
        get('If-Modified-Since: 0', 304),
        'If-Modified-Since counts only as one HTTP-date, but "0" is no HTTP-date; the answer has to be the 200.',
      ],
      [
        ask('GET', [since(0), since(0)], 304),
        'If-Modified-Since counts only as one HTTP-date, but there are 2 of them; the answer has to be the 200.',
      ],
      ask('QUERY', [`${since(0)}, ${time(0)}`], 304),
    ],
    passes: [
      ask('GET', ['If-Modified-Since: 0', 'If-None-Match: "v1"'], 304),
      ask('PUT', ['If-Modified-Since: 0'], 304),
      ask('GET', [], 304),
    ],
  },
}

/** DELETE on a condition after a GET has shown `"v1"`: the request and the response of both can be varied. */
const deleted = ({
  first = 'GET /orders/7 HTTP/1.1',
  asked = [],
  status = 200,
  fields = [],
  wanted = [],
}: {
  readonly first?: string
  readonly asked?: readonly string[]
  readonly status?: number
  readonly fields?: readonly string[]
  readonly wanted?: readonly string[]
}): string =>
  [
    exchange(first, asked, `HTTP/1.1 ${status}`, ['ETag: "v1"', ...fields]),
    ask('DELETE', ['If-Match: "v0"', ...wanted], 204),
  ].join('\n')

const ifMatch: NearMisses = {
  '9110-13.1.1-if-match-get': {
    breaks: [
      get('If-Match: "v0", "V1"', 200, 'ETag: "v1"'),
      get('If-Match: "v0"', 206, 'ETag: "v1"'),
      ask('HEAD', ['If-Match: "v0"'], 200, ['ETag: "v1"']),
    ],
    passes: [
      get('If-Match: "v0", W/"v1"', 200, 'ETag: "v1"'),
      get('If-Match: *', 200, 'ETag: "v1"'),
      get('If-Match: v0', 200, 'ETag: "v1"'),
      get('If-Match:', 200, 'ETag: "v1"'),
      get('If-Match: "v0"', 200, 'ETag: v1'),
      get('If-Match: "v0"', 200, 'ETag: "v1"', 'ETag: "v1"'),
      get('If-Match: "v0"', 200, 'ETag: "v1"', 'Age: 0'),
      get('Accept: */*', 200, 'ETag: "v1"'),
      ask('POST', ['If-Match: "v0"'], 200, ['ETag: "v1"']),
    ],
  },
  '9110-13.1.1-if-match-strong': {
    breaks: [get('If-Match: "v0", W/"v1"', 200, 'ETag: "v1"'), get('If-Match: "v1"', 200, 'ETag: W/"v1"')],
    passes: [get('If-Match: W/"v1", "v1"', 200, 'ETag: "v1"'), get('If-Match: W/"v0"', 200, 'ETag: W/"v1"')],
  },
  '9110-13.2.2-order-if-match-first': {
    breaks: [get('If-Match: "v0"', 304, 'ETag: "v1"'), get('If-Match: W/"v1"', 304, 'ETag: "v1"')],
    passes: [
      get('If-Match: "v0", "v1"', 304, 'ETag: "v1"'),
      get('If-Match: *', 304, 'ETag: "v1"'),
      get('If-Match: "v0"', 304, 'ETag: v1'),
      get('If-Match: "v0"', 304, 'ETag: "v1"', 'Age: 0'),
      ask('POST', ['If-Match: "v0"'], 304, ['ETag: "v1"']),
    ],
  },
  '9110-13.1.1-if-match-evaluate': {
    breaks: [
      deleted({}),
      deleted({ first: 'HEAD /orders/7 HTTP/1.1' }),
      deleted({ asked: ['Accept: */*', 'DNT: 1'], wanted: ['Accept: */*'] }),
      after(['ETag: "v1"'], ask('DELETE', ['If-Match: W/"v1"'], 204)),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v0"'], 201, ['ETag: "v2"'])),
      after(['ETag: "v1"'], ask('PATCH', ['If-Match: "v0"'], 200, ['ETag: "v2"'])),
    ],
    passes: [
      deleted({ first: 'POST /orders/7 HTTP/1.1' }),
      deleted({ first: 'GET /orders/8 HTTP/1.1' }),
      deleted({ status: 206 }),
      deleted({ fields: ['Age: 0'] }),
      deleted({ fields: ['Vary: Accept'] }),
      deleted({ fields: ['Content-Encoding: gzip'] }),
      deleted({ asked: ['Authorization: Bearer a'], wanted: ['Authorization: Bearer b'] }),
      deleted({ asked: ['Accept-Language: de'] }),
      deleted({ wanted: ['Accept-Language: de'] }),
      after(['ETag: v1'], ask('DELETE', ['If-Match: "v0"'], 204)),
      // Nobody knows what has happened in between.
      after(['ETag: "v1"'], `${ask('POST', [], 200)}\n${ask('DELETE', ['If-Match: "v0"'], 204)}`),
      ...['If-Match: "v0", "v1"', 'If-Match: *', 'If-Match: v0', 'Accept: */*'].map((condition) =>
        after(['ETag: "v1"'], ask('DELETE', [condition], 204)),
      ),
      ...[202, 207].map((status) => after(['ETag: "v1"'], ask('DELETE', ['If-Match: "v0"'], status))),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v0"'], 204)),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v0"'], 204, ['ETag: W/"v1"'])),
      // The tag may be of what was created elsewhere.
      after(['ETag: "v1"'], ask('POST', ['If-Match: "v0"'], 201, ['ETag: "v2"'])),
      ask('DELETE', ['If-Match: "v0"'], 204),
    ],
  },
  '9110-13.1.1-if-match-star': {
    breaks: [ask('PUT', ['If-Match: *'], 201)],
    passes: [ask('PUT', ['If-Match: *'], 200), ask('PUT', ['If-Match: "v1"'], 201), ask('POST', ['If-Match: *'], 201)],
  },
  '9110-13.1.1-if-match-list': {
    breaks: [
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v0", "v1"'], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('GET', ['If-Match: "v1"'], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], `${ask('GET', [], 503)}\n${ask('PUT', ['If-Match: "v1"'], 412, ['ETag: "v1"'])}`),
    ],
    passes: [
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"'], 412)),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"'], 412, ['ETag: "v2"'])),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: W/"v1"'], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: *'], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"'], 200, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"', 'If-None-Match: *'], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('GET', ['If-Match: "v1"', 'Accept: text/html'], 412, ['ETag: "v1"'])),
      // Its own tag, not that of the resource.
      after(['ETag: "v2"'], ask('PUT', ['If-Match: "v1"'], 412, ['ETag: "v1"'])),
      ask('PUT', ['If-Match: "v1"'], 412, ['ETag: "v1"']),
    ],
  },
  '9110-13.1.4-ius-ignored-with-if-match': {
    breaks: [after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"', unmodified(0)], 412, ['ETag: "v1"']))],
    passes: [
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"'], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v0"', unmodified(0)], 412, ['ETag: "v1"'])),
      after(['ETag: "v1"'], ask('PUT', ['If-Match: "v1"', unmodified(0), 'If: (["v1"])'], 412, ['ETag: "v1"'])),
    ],
  },
}

const ifNoneMatch: NearMisses = {
  '9110-13.1.2-if-none-match-304-get-head': {
    breaks: [
      get('If-None-Match: "v0", "v1"', 200, 'ETag: "v1"'),
      get('If-None-Match: W/"v1"', 206, 'ETag: W/"v1"'),
      ask('HEAD', ['If-None-Match: "v1"'], 200, ['ETag: "v1"']),
      ask('GET', ['If-None-Match: "v1"', 'Pragma: no-cache'], 200, ['ETag: "v1"']),
    ],
    passes: [
      get('If-None-Match: "V1"', 200, 'ETag: "v1"'),
      get('If-None-Match: W/"v1"', 200, 'ETag: "v1"'),
      get('If-None-Match: "v,1"', 200, 'ETag: "v,1"'),
      get('If-None-Match: *', 200, 'ETag: *'),
      get('If-None-Match: v1', 200, 'ETag: v1'),
      get('If-None-Match: "v1"', 200, 'ETag: "v1"', 'Age: 0'),
      get('If-Match: "v1"', 200, 'ETag: "v1"'),
      ask('GET', ['If-None-Match: "v1"', 'Cache-Control: no-cache'], 200, ['ETag: "v1"']),
      ask('POST', ['If-None-Match: "v1"'], 200, ['ETag: "v1"']),
    ],
  },
  '9110-8.8.3-if-none-match-comma-in-tag': {
    breaks: [get('If-None-Match: "v0", W/"v,1"', 200, 'ETag: W/"v,1"')],
    passes: [
      get('If-None-Match: "v0", "v1"', 200, 'ETag: "v1"'),
      get('If-None-Match: W/"v,1"', 200, 'ETag: "v,1"'),
      get('If-None-Match: "v,1"', 200, 'ETag: "v,1"', 'Age: 0'),
      ask('GET', ['If-None-Match: "v,1"', 'Cache-Control: no-cache'], 200, ['ETag: "v,1"']),
    ],
  },
  '9110-13.1.2-if-none-match-weak': {
    breaks: [get('If-None-Match: "v0", W/"v1"', 200, 'ETag: "v1"'), get('If-None-Match: "v,1"', 200, 'ETag: W/"v,1"')],
    passes: [
      get('If-None-Match: W/"v1", "v1"', 200, 'ETag: "v1"'),
      get('If-None-Match: W/"v0"', 200, 'ETag: "v1"'),
      get('If-None-Match: W/"v1"', 200, 'ETag: "v1"', 'Age: 0'),
      ask('GET', ['If-None-Match: W/"v1"', 'Cache-Control: no-cache'], 200, ['ETag: "v1"']),
    ],
  },
  '9110-13.1.2-if-none-match-evaluate': {
    breaks: ['"v,1"', 'W/"v,1"'].map((tag) =>
      ask('GET', [`If-None-Match: ${tag}`, 'Cache-Control: max-age=0, No-Cache'], 200, ['ETag: "v,1"']),
    ),
    passes: [
      ask('GET', ['If-None-Match: "v0"', 'Cache-Control: no-cache'], 200, ['ETag: "v1"']),
      ask('GET', ['If-None-Match: "v1"', 'Cache-Control: max-age=0'], 200, ['ETag: "v1"']),
      ask('GET', ['If-None-Match: "v1"', 'Cache-Control: no-cache'], 200, ['ETag: "v1"', 'Age: 0']),
      ask('POST', ['If-None-Match: "v1"', 'Cache-Control: no-cache'], 200, ['ETag: "v1"']),
    ],
  },
  '9110-13.1.2-if-none-match-star': {
    breaks: [get('If-None-Match: *', 206), ask('HEAD', ['If-None-Match: *'], 200)],
    passes: [
      get('If-None-Match: "*"', 200),
      get('If-None-Match: *', 200, 'Age: 0'),
      ask('PUT', ['If-None-Match: *'], 200),
    ],
  },
  '9110-13.1.2-put-if-none-match-star-conflict': {
    breaks: [
      after(['ETag: "v1"'], ask('PUT', ['If-None-Match: *'], 204)),
      `${exchange('GET /orders/8 HTTP/1.1', [], 'HTTP/1.1 404', [])}\n${ask('PUT', ['If-None-Match: *'], 204)}`,
    ],
    passes: [
      `${ask('GET', [], 404)}\n${ask('PUT', ['If-None-Match: *'], 204)}`,
      `${ask('GET', [], 410)}\n${ask('PUT', ['If-None-Match: *'], 200)}`,
      after(['ETag: "v1"'], ask('PUT', ['If-None-Match: "v0"'], 204)),
      after(['ETag: "v1"'], ask('POST', ['If-None-Match: *'], 200)),
      ask('PUT', ['If-None-Match: *'], 202),
    ],
  },
  '9110-13.1.2-if-none-match-412': {
    breaks: [
      ask('HEAD', ['If-None-Match: "v1"'], 412),
      ask('GET', ['If-None-Match: "v1"', since(0)], 412),
      ask('GET', ['If-None-Match: "v1"', 'If-Range: "v1"'], 412),
    ],
    passes: [
      ask('PUT', ['If-None-Match: "v1"'], 412),
      ask('GET', ['If-None-Match: "v1"', unmodified(0)], 412),
      ask('GET', [], 412),
    ],
  },
  '9110-13.1.2-if-none-match-412-others': {
    breaks: [ask('PUT', ['If-None-Match: *'], 304)],
    passes: [
      ...['GET', 'HEAD', 'QUERY', 'CONNECT', 'OPTIONS', 'TRACE'].map((method) =>
        ask(method, ['If-None-Match: *'], 304),
      ),
      ask('PUT', ['If-None-Match: *'], 412),
      ask('PUT', [], 304),
    ],
  },
}

const ifRange: NearMisses = {
  '9110-13.1.5-if-range-needs-range': {
    breaks: [get('If-Range: "v1"', 206), get('If-Range: "v1"', 416)],
    passes: [ask('GET', ['Range: bytes=0-4', 'If-Range: "v1"'], 206), ask('GET', [], 206)],
  },
  '9110-13.1.5-if-range-strong': {
    breaks: [ask('GET', ['Range: bytes=0-4', 'If-Range: W/"v1"'], 416)],
    passes: [get('If-Range: W/"v1"', 206), ask('GET', ['Range: bytes=0-4', 'If-Range: "v1"'], 206)],
  },
  '9110-13.1.5-if-range-false-ignores-range': {
    breaks: [ask('GET', ['Range: bytes=0-4', 'If-Range: "v1"'], 206, ['ETag: W/"v1"'])],
    passes: [
      ask('GET', ['Range: bytes=0-4', 'If-Range: "v1"'], 206, ['ETag: "v1"']),
      ask('GET', ['Range: bytes=0-4', 'If-Range: "v0"'], 206, ['ETag: v1']),
      ask('GET', ['Range: bytes=0-4', 'If-Range: W/"v0"'], 206, ['ETag: "v1"']),
      ask('GET', ['Range: bytes=0-4', `If-Range: ${time(0)}`], 206, ['ETag: "v1"']),
      ask('GET', ['Range: bytes=0-4'], 206, ['ETag: "v1"']),
      get('If-Range: "v0"', 206, 'ETag: "v1"'),
    ],
  },
  '9110-13.1.5-if-range-date-exact': {
    breaks: [0, 2].map((second) => ask('GET', ['Range: bytes=0-4', `If-Range: ${time(second)}`], 206, [modified(1)])),
    passes: [
      ask('GET', ['Range: bytes=0-4', `If-Range: ${time(1)}`], 206, [modified(1)]),
      ask('GET', ['Range: bytes=0-4', `If-Range: ${time(1)}`], 206, ['Last-Modified: yesterday']),
      ask('GET', ['Range: bytes=0-4', 'If-Range: "v1"'], 206, [modified(1)]),
      get(`If-Range: ${time(0)}`, 206, modified(1)),
    ],
  },
  '9110-13.1.5-if-range-no-412': {
    breaks: [get('If-Range: "v1"', 412)],
    passes: [ask('GET', ['If-Range: "v1"', 'If-Match: "v1"'], 412), ask('GET', [], 412)],
  },
}

const page = (policy: string): string => `Content-Security-Policy: ${policy}`

const notModified: NearMisses = {
  '9110-15.4.5-304-only-conditional-get-head': {
    breaks: [ask('GET', ['If-Match: "v1"'], 304), ask('DELETE', [], 304)],
    passes: [ask('GET', [since(0)], 304), ask('TRACE', [], 304), ask('CONNECT', [], 304)],
  },
  '9110-13.1.3-ims-ignored-with-inm': {
    breaks: [ask('GET', ['If-None-Match: "v0", "V1"', since(0)], 304, ['ETag: "v1"'])],
    passes: [
      ask('GET', ['If-None-Match: "v0", W/"v1"', since(0)], 304, ['ETag: "v1"']),
      ask('GET', ['If-None-Match: *', since(0)], 304, ['ETag: "v1"']),
      ask('GET', ['If-None-Match: v0', since(0)], 304, ['ETag: "v1"']),
      ask('GET', ['If-None-Match: "v0"', since(0)], 304, ['ETag: v1']),
      ask('GET', ['If-None-Match: "v0"'], 304, ['ETag: "v1"']),
    ],
  },
  '9110-13.2.2-order-otherwise-perform': {
    breaks: [get('If-None-Match: "V1"', 304, 'ETag: "v1"'), get(since(0), 304, modified(1))],
    passes: [
      get('If-None-Match: W/"v1"', 304, 'ETag: "v1"'),
      get(since(1), 304, modified(1)),
      get(since(0), 304, 'Last-Modified: today'),
      get('If-Modified-Since: yesterday', 304, modified(1)),
      ask('GET', ['If-None-Match: "v0"', since(0)], 304, ['ETag: "v1"', modified(1)]),
    ],
  },
  '9110-15.4.5-304-keeps-vary': {
    breaks: [
      after(['Vary: Accept'], get(since(0), 304)),
      after(['Vary: Accept'], ask('HEAD', [since(0)], 304)),
      after(['Vary: Accept'], get('If-None-Match: *', 304)),
      after(['Vary: Accept', 'ETag: "v1"'], get('If-None-Match: "v1"', 304)),
      after(['Vary: Accept', 'ETag: "v1"'], get('If-None-Match: "v0", W/"v1"', 304)),
    ],
    passes: [
      after(['Vary: Accept', 'ETag: "v1"'], get('If-None-Match: "v0"', 304)),
      after(['Vary: Accept', 'ETag: "v1"'], get('If-None-Match: v1', 304)),
      after(['Vary: Accept', 'ETag: v1'], get('If-None-Match: "v1"', 304)),
      after(['Vary: Accept'], ask('DELETE', [since(0)], 304)),
      after(['Vary: Accept'], get(since(0), 304, 'Vary: Origin')),
      after([], get(since(0), 304)),
    ],
  },
  '9110-15.4.5-304-keeps-etag': {
    breaks: [
      get('If-None-Match: "v1"', 304),
      ask('HEAD', ['If-None-Match: W/"v1"'], 304),
      after(['ETag: "v1"'], get(since(0), 304)),
    ],
    passes: [
      get('If-None-Match: *', 304),
      get('If-None-Match: v1', 304),
      get(since(0), 304),
      get('If-None-Match: "v1"', 304, 'ETag: "v1"'),
      ask('GET', ['If-None-Match: "v1"', since(0)], 304),
      ask('DELETE', ['If-None-Match: "v1"'], 304),
      after([], get(since(0), 304)),
    ],
  },
  '9110-15.4.5-304-no-content': {
    breaks: [
      [
        ask('GET', [since(0)], 304, [], '0'),
        'The 304 has content (1 byte), which its client takes for the beginning of the next response.',
      ],
      [`# trailer Digest: 0\n${ask('GET', [since(0)], 304)}`, 'The 304 has trailers, which only follow content.'],
    ],
    passes: [ask('GET', [since(0)], 304, ['Content-Length: 10'])],
  },
  '9111-3.2-304-cors-security-fields-consistent': {
    breaks: [
      after([page("script-src 'nonce-a'")], get(since(0), 304, page("script-src 'nonce-b'"))),
      after([page("script-src 'nonce-a' 'nonce-b'")], get(since(0), 304, page("script-src 'nonce-b' 'nonce-c'"))),
    ],
    passes: [
      after([page("script-src 'nonce-a'")], get(since(0), 304, page("script-src 'nonce-b' 'nonce-a'"))),
      after([page("script-src 'nonce-a'")], get(since(0), 304, page("script-src 'self'"))),
      after([page("script-src 'self'")], get(since(0), 304, page("script-src 'nonce-b'"))),
      after([], get(since(0), 304, page("script-src 'nonce-b'"))),
      after([page("script-src 'nonce-a'")], get('If-None-Match: "v1"', 304, page("script-src 'nonce-b'"))),
    ],
  },
}

const order: NearMisses = {
  '9110-13.2.1-redirect-precedes-preconditions': {
    breaks: [`${ask('GET', [], 301)}\n${get('If-Range: "v1"', 412)}`],
    passes: [`${ask('GET', [], 302)}\n${get('If-Match: "v1"', 412)}`],
  },
  '9110-13.2.1-ignore-when-other-failure-4xx': {
    breaks: [
      ...['If-Match: "v1"', 'If-None-Match: "v1"', since(0), unmodified(0), 'If-Range: "v1"'].map(
        (condition) => `${ask('PUT', [], 404)}\n${ask('PUT', [condition], 412)}`,
      ),
      `${ask('GET', [], 404)}\n${get(since(0), 304)}`,
    ],
    passes: [
      `${ask('PUT', [], 404)}\n${ask('GET', ['If-Match: "v1"'], 412)}`,
      `${ask('GET', [], 404)}\n${ask('GET', [], 412)}`,
      `${ask('GET', ['If-Match: "v0"'], 404)}\n${ask('GET', ['If-Match: "v1"'], 412)}`,
      `${ask('GET', [], 403)}\n${ask('GET', ['If-Match: "v1"'], 412)}`,
      `${ask('GET', [], 404)}\n${ask('GET', ['If-Match: "v1"'], 409)}`,
      ask('GET', ['If-Match: "v1"'], 412),
    ],
  },
  '9110-13.2.1-ignore-for-connect-options-trace': {
    breaks: [
      ...['If-Match: "v1"', 'If-None-Match: *', since(0), unmodified(0), 'If-Range: "v1"'].map((condition) =>
        ask('OPTIONS', [condition], 412),
      ),
      ask('TRACE', ['If-Match: "v1"'], 304),
      ask('CONNECT', ['If-Match: "v1"'], 412),
    ],
    passes: [
      ask('OPTIONS', ['If-Match: "v1"', 'If-Schedule-Tag-Match: "1"'], 412),
      ask('OPTIONS', [], 412),
      ask('OPTIONS', ['If-Match: "v1"'], 204),
      ask('DELETE', ['If-Match: "v1"'], 412),
    ],
  },
}

/** A first answer, and then `02` with the tag `"v1"`. */
const then02 = (first: string): string => `${first}\n${ask('GET', [], 200, ['ETag: "v1"'], '02')}`

const validators: NearMisses = {
  '9110-8.8.3-etag-syntax': {
    breaks: [
      [
        ask('GET', [], 200, ['ETag: v1']),
        'The ETag v1 is wrong: an ETag is one string in double quotes such as "v1" or W/"v1", without spaces and quotes in it.',
      ],
      [
        ask('GET', [], 200, ['ETag: "v1"', 'ETag: "v1"']),
        'There are 2 ETags: an ETag is one string in double quotes such as "v1" or W/"v1", without spaces and quotes in it.',
      ],
    ],
  },
  '9110-8.8.3-etag-no-backslash': {
    breaks: [ask('GET', [], 200, ['ETag: "a"', 'ETag: "\\b"'])],
    passes: [ask('GET', [], 200, ['ETag: "/"'])],
  },
  '9110-8.8.3-etag-weak-when-not-strong': {
    breaks: [
      ...['01', '0', '021', ''].map((content) => then02(ask('GET', [], 200, ['ETag: "v1"'], content))),
      then02(ask('GET', [], 200, ['ETag: "v1"', 'Content-Encoding: identity'], '01')),
    ],
    passes: [
      ask('GET', [], 200, ['ETag: "v1"'], '02'),
      ask('POST', [], 200, ['ETag: "v1"'], '01'),
      ask('HEAD', [], 200, ['ETag: "v1"']),
      ask('GET', [], 203, ['ETag: "v1"'], '01'),
      ask('GET', ['Range: bytes=0-1'], 200, ['ETag: "v1"'], '01'),
      ask('GET', ['Host: other.example'], 200, ['ETag: "v1"'], '01'),
      ...['"v2"', 'W/"v1"', 'v1'].map((tag) => ask('GET', [], 200, [`ETag: ${tag}`], '01')),
      ask('GET', [], 200, ['ETag: "v1"', 'Content-Encoding: gzip'], '01'),
    ]
      .map(then02)
      .concat(
        `# incomplete\n${then02(ask('GET', [], 200, ['ETag: "v1"'], '01'))}`,
        after(['ETag: "v1"'], ask('GET', ['Range: bytes=0-1'], 200, ['ETag: "v1"'], '01')),
        after(['ETag: "v1"'], ask('POST', [], 200, ['ETag: "v1"'], '01')),
        after(['ETag: v1'], ask('GET', [], 200, ['ETag: v1'], '01')),
        after(['ETag: W/"v1"'], ask('GET', [], 200, ['ETag: W/"v1"'], '01')),
      ),
  },
  '9110-8.8.3.3-etag-coding-distinct': {
    breaks: [
      after(['ETag: "v1"'], ask('GET', [], 200, ['ETag: "v1"', 'Content-Encoding: gzip'])),
      after(['ETag: "v1"', 'Content-Encoding: gzip'], ask('HEAD', [], 200, ['ETag: "v1"'])),
      after(['ETag: "v1"', 'Content-Encoding: gzip'], ask('GET', [], 200, ['ETag: "v1"', 'Content-Encoding: br'])),
    ],
    passes: [
      after(['ETag: "v1"'], ask('GET', [], 200, ['ETag: "v1"', 'Content-Encoding: identity'])),
      after(['ETag: "v1"', 'Content-Encoding: gzip'], ask('GET', [], 200, ['ETag: "v1"', 'Content-Encoding: GZip'])),
      after(['ETag: W/"v1"'], ask('GET', [], 200, ['ETag: W/"v1"', 'Content-Encoding: gzip'])),
      after(['ETag: "v1"'], ask('POST', [], 200, ['ETag: "v1"', 'Content-Encoding: gzip'])),
    ],
  },
  '9110-8.8.2.1-last-modified-not-future': {
    breaks: [ask('GET', [], 200, [`Date: ${time(0)}`, modified(1)])],
    passes: [
      ask('GET', [], 200, [`Date: ${time(1)}`, modified(1)]),
      ask('GET', [], 200, ['Date: today', modified(1)]),
      ask('GET', [], 200, [`Date: ${time(0)}`, 'Last-Modified: tomorrow']),
    ],
  },
}

const errors: NearMisses = {
  '9110-8.8-error-without-resource-validators-4xx': {
    breaks: [
      after(['ETag: "v1"'], ask('GET', [], 404, ['ETag: "v1"'], '01')),
      `${ask('GET', [], 200, ['ETag: "v1"'], '01')}\n${ask('GET', [], 404, ['ETag: "v1"'], '02')}`,
      `${ask('GET', [], 200, ['ETag: "v1"'], '01')}\n${ask('GET', [], 404, ['ETag: "v1"'], '012')}`,
    ],
    passes: [
      // An error page that was asked for by its own name before.
      `${ask('GET', [], 200, ['ETag: "v1"'], '01')}\n${ask('GET', [], 404, ['ETag: "v1"'], '01')}`,
      ...[409, 412, 416, 428].map((status) => after(['ETag: "v1"'], ask('GET', [], status, ['ETag: "v1"'], '01'))),
      after(['ETag: "v1"'], ask('PUT', [], 404, ['ETag: "v1"'], '01')),
      after(['ETag: "v1"'], ask('GET', [], 404, ['ETag: "v2"'], '01')),
      ask('GET', [], 404, ['ETag: "v1"'], '01'),
    ],
  },
  '9110-8.8-error-without-resource-validators-5xx': {
    breaks: [after(['ETag: "v1"'], ask('GET', [], 500, ['ETag: "v1"'], '01'))],
    passes: [after(['ETag: "v1"'], ask('PUT', [], 500, ['ETag: "v1"'], '01'))],
  },
}

export const conditional: NearMisses = {
  ...ifUnmodified,
  ...ifModified,
  ...ifMatch,
  ...ifNoneMatch,
  ...ifRange,
  ...notModified,
  ...order,
  ...validators,
  ...errors,
}
