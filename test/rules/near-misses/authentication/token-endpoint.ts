import { exchange, type NearMisses } from '../near-miss.ts'

const FORM = 'Content-Type: application/x-www-form-urlencoded'
const BASIC = 'Authorization: Basic YTpi'

/** What POST is answered, with fields besides its type. */
const answered = (
  status: string,
  content: string,
  requestFields: readonly string[] = [],
  fields: readonly string[] = [],
): string =>
  exchange(
    'POST /token HTTP/1.1',
    requestFields,
    `HTTP/1.1 ${status}`,
    ['Content-Type: application/json', ...fields],
    content,
  )

const GET = (transcript: string): string => transcript.replace('POST', 'GET')

const TOKEN = '{"access_token":"a","token_type":"Bearer"}'
const GRANT = '{"error":"invalid_grant"}'
const CLIENT = '{"error":"invalid_client"}'
const described = (description: string, error = 'invalid_grant'): string =>
  answered('400 Bad Request', `{"error":"${error}","error_description":${description}}`)

export const tokenEndpoint: NearMisses = {
  '6749-5.1-no-store': {
    breaks: [
      answered('200 OK', TOKEN, [FORM]),
      answered('200 OK', TOKEN, [`${FORM.toUpperCase()} ;charset=utf-8`], ['Cache-Control: no-cache']),
    ],
    passes: [
      answered('200 OK', TOKEN, [FORM], ['Cache-Control: no-store']),
      answered('200 OK', '{"access_token":"a"}', [FORM]),
      answered('200 OK', '{"access_token":1,"token_type":"Bearer"}', [FORM]),
      answered('200 OK', TOKEN, [`${FORM}ed`]),
      answered('200 OK', TOKEN, [FORM.replace('application', 'x-application')]),
      answered('200 OK', TOKEN),
      GET(answered('200 OK', TOKEN, [FORM])),
    ],
  },
  '6749-5.2-token-400': {
    breaks: [
      [answered('403 Forbidden', GRANT), 'The token endpoint says invalid_grant with 403; the status for it is 400.'],
      answered('403 Forbidden', CLIENT),
      answered('403 Forbidden', GRANT, [BASIC]),
    ],
    passes: [
      answered('400 Bad Request', GRANT),
      answered('401 Unauthorized', CLIENT),
      // The rule about Authorization speaks of it.
      answered('403 Forbidden', CLIENT, [BASIC]),
      answered('403 Forbidden', '{"error":"invalid_request"}'),
      GET(answered('403 Forbidden', GRANT)),
    ],
  },
  '6749-5.2-invalid-client-header': {
    breaks: [
      [
        answered('400 Bad Request', CLIENT, [BASIC]),
        'The client used Authorization, so invalid_client goes with 401, but the status is 400.',
      ],
      [
        answered('401 Unauthorized', CLIENT, [BASIC], ['WWW-Authenticate: Bearer realm="a"']),
        'The client used "basic", but no challenge has this scheme.',
      ],
    ],
    passes: [
      answered(
        '401 Unauthorized',
        CLIENT,
        [BASIC],
        ['WWW-Authenticate: Bearer realm="a"', 'WWW-Authenticate: Basic realm="a"'],
      ),
      // Other rules speak of what is no challenge.
      answered('401 Unauthorized', CLIENT, [BASIC]),
      answered('400 Bad Request', CLIENT),
      answered('400 Bad Request', GRANT, [BASIC]),
      GET(answered('400 Bad Request', CLIENT, [BASIC])),
    ],
  },
  '6749-5.2-charset': {
    breaks: [described('"Zu spät."'), described('"a\\\\b"')],
    passes: [
      described('"Too late."'),
      described('["Zu spät."]'),
      described('"Zu spät."', 'invalid_request'),
      GET(described('"Zu spät."')),
    ],
  },
}
