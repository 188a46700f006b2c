import { answer, exchange, type NearMisses } from '../near-miss.ts'
import { challenge, challengeTo } from './challenging.ts'

const TOKEN = 'Authorization: Bearer abc'

/** What is said in the content of a 4xx. */
const refused = (content: string, authorization = TOKEN, status = '403 Forbidden', type = 'application/json'): string =>
  exchange('GET / HTTP/1.1', [authorization], `HTTP/1.1 ${status}`, [`Content-Type: ${type}`], content)

const INVALID = '{"error":"invalid_token"}'

/** A 401 with an error to a request with something that may have been meant to authenticate it, or with nothing. */
const complaintTo = (request: string, ...fields: readonly string[]): string =>
  exchange(request, fields, 'HTTP/1.1 401 Unauthorized', ['WWW-Authenticate: Bearer error="invalid_token"'])

export const bearer: NearMisses = {
  '6750-3-www-authenticate': {
    breaks: [
      [
        refused(INVALID),
        'The 403 says "invalid_token" in its content only: without WWW-Authenticate no client library finds it.',
      ],
      refused(INVALID, TOKEN, '400 Bad Request', 'application/problem+json'),
      refused('{"error":"insufficient_scope"}', 'Authorization: bearer abc', '404 Not Found'),
    ],
    passes: [
      refused(INVALID, TOKEN, '401 Unauthorized'),
      refused(INVALID, TOKEN, '407 Proxy Authentication Required'),
      refused(INVALID, 'Authorization: Basic YTpi'),
      refused(INVALID, TOKEN, '403 Forbidden', 'text/plain'),
      refused(INVALID, TOKEN, '403 Forbidden', 'application/jsonlines'),
      refused(INVALID, TOKEN, '403 Forbidden', 'application/geojson'),
      refused('{"error":"invalid_request"}'),
      refused('{}'),
      refused('null'),
      refused('no JSON'),
      exchange('GET / HTTP/1.1', [TOKEN], 'HTTP/1.1 403 Forbidden', [], INVALID),
    ],
  },
  '6750-3-scheme': {
    breaks: [
      [
        challengeTo(TOKEN, 'OAuth error="invalid_token"'),
        'The token came as Bearer, but the challenge that refuses it has the scheme "oauth".',
      ],
      challengeTo(TOKEN, 'Basic realm="a"', 'OAuth error="invalid_request"'),
      challengeTo(TOKEN, 'OAuth error=insufficient_scope'),
    ],
    passes: [
      challengeTo('Authorization: OAuth abc', 'OAuth error="invalid_token"'),
      challengeTo(TOKEN, 'OAuth error="token_expired"'),
      challengeTo(TOKEN, 'OAuth realm="a"'),
      challengeTo(TOKEN, 'OAuth error="invalid_token"', 'Bearer realm="a"'),
      challengeTo(TOKEN, 'OAuth error="invalid_token"', 'DPoP algs="ES256"'),
      challengeTo(TOKEN, 'error="invalid_token"'),
    ],
  },
  '6750-3-error-included': {
    breaks: [
      challengeTo(TOKEN, 'Bearer realm="a"'),
      challengeTo(TOKEN, 'Bearer realm="a"', 'Basic error="invalid_token"'),
      challengeTo(TOKEN, 'Bearer error_description="No."'),
    ],
    passes: [
      challengeTo(TOKEN, 'Bearer realm="a"', 'Bearer realm="b", error="invalid_token"'),
      challengeTo(TOKEN, 'Basic realm="a"'),
      challengeTo(TOKEN, 'Bearer, realm="a"'),
      challengeTo('Authorization: Bearer', 'Bearer realm="a"'),
      challengeTo('Authorization: Basic YTpi', 'Bearer realm="a"'),
    ],
  },
  '6750-3.1-no-error-without-token': {
    breaks: [
      complaintTo('GET / HTTP/1.1'),
      complaintTo('POST / HTTP/1.1', 'Content-Length: 0'),
      challenge('Bearer realm="a", error_uri="/errors/token"'),
      challenge('Bearer error_description="No."'),
    ],
    passes: [
      ...['Authorization: Basic YTpi', 'Cookie: a=b', 'X-Api-Key: a', 'X-Token: a', 'DPoP: a.b.c'].map((field) =>
        complaintTo('GET / HTTP/1.1', field),
      ),
      complaintTo('GET /?a HTTP/1.1'),
      complaintTo('POST / HTTP/1.1', 'Content-Length: 1'),
      complaintTo('POST / HTTP/1.1', 'Transfer-Encoding: chunked'),
      // In its content.
      complaintTo('POST / HTTP/1.1', '', 'access_token=abc'),
      challenge('Bearer realm="a"', 'Basic error="invalid_token"'),
      challenge('DPoP error="invalid_token"'),
    ],
  },
  '6750-3.1-invalid-request-400': {
    breaks: [challenge('Bearer error="invalid_request"')],
    passes: [answer('400 Bad Request', 'WWW-Authenticate: Bearer error="invalid_request"')],
  },
  '6750-3.1-insufficient-scope-403': {
    breaks: [
      [
        challenge('Bearer error="insufficient_scope"', 'DPoP error="insufficient_scope"', 'Bearer realm="a"'),
        'The challenge says insufficient_scope, which goes with 403, but the status is 401.',
      ],
      challenge('Bearer error="insufficient_scope"', 'Basic error="invalid_token"'),
    ],
    passes: [
      challenge('Bearer error="insufficient_scope"', 'DPoP error="invalid_token"'),
      challenge('Basic error="insufficient_scope"'),
      answer('403 Forbidden', 'WWW-Authenticate: Bearer error="insufficient_scope"'),
    ],
  },
  '6750-3-one-param': {
    breaks: [challenge('Bearer'), challenge('Bearer realm="a"', 'Bearer')],
    passes: [challenge('Bearer realm=""'), challenge('Negotiate'), challenge('DPoP')],
  },
  '6750-3-scope-charset': {
    breaks: [
      [
        challenge('Bearer scope="a"', 'DPoP scope="a  b"'),
        'The scope "a  b" is not a list of printable ASCII values with one space between them.',
      ],
      challenge('Bearer scope=""'),
    ],
    passes: [challenge('Bearer scope="a b"'), challenge('Bearer scope=a'), challenge('Basic scope="a  b"')],
  },
  '6750-3-error-uri-charset': {
    breaks: [
      [challenge('Bearer error_uri="a b"'), 'The error_uri "a b" is not a URI reference.'],
      challenge('Bearer error_uri="/a\\\\b"'),
      challenge('Bearer error_uri="/%"'),
    ],
    passes: [challenge('Bearer error_uri="/a%20b"'), challenge('Bearer error_uri="https://[::1]/#a"')],
  },
  '9470-3-error-code': {
    breaks: [answer('403 Forbidden', 'WWW-Authenticate: DPoP error="insufficient_user_authentication"')],
    passes: [
      challenge('Bearer error="insufficient_user_authentication"'),
      answer('403 Forbidden', 'WWW-Authenticate: Bearer error="insufficient_scope"'),
    ],
  },
  '9470-3-max-age': {
    breaks: [
      [challenge('Bearer max_age=-1'), 'The max_age "-1" is not a whole number of seconds.'],
      challenge('Bearer max_age=""'),
      challenge('DPoP max_age="1.5"'),
    ],
    passes: [challenge('Bearer max_age=0'), challenge('Basic max_age=-1')],
  },
  '9728-5.1-value': {
    breaks: [
      [
        challenge('Bearer resource_metadata="/metadata"'),
        'The resource_metadata "/metadata" is not a URL with scheme and host.',
      ],
      challenge('Bearer resource_metadata="http:/metadata"'),
      challenge('Bearer resource_metadata="https:///metadata"'),
      challenge('Bearer resource_metadata="ws-http://a/"'),
      challenge('Bearer resource_metadata="httpsx://a/"'),
    ],
    passes: [challenge('Basic resource_metadata="HTTP://a"'), challenge('Bearer, resource_metadata="a"')],
  },
}
