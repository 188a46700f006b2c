import { answer, exchange, type NearMisses } from '../near-miss.ts'
import { afterChallenge, challenge, challengeTo, proxyChallenge } from './challenging.ts'

const TOKEN = 'Authorization: DPoP abc'
const NONCE = 'DPoP-Nonce: abc'

/** A signed JWT with claims, as in Authorization. */
const bearing = (claims: string | Uint8Array): string =>
  `Authorization: Bearer e30.${Buffer.from(claims).toString('base64url')}.c2ln`
const BOUND = bearing('{"cnf":{"jkt":"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}}')

/** What scripts of another origin get, with a challenge of DPoP and a nonce. */
const crossOrigin = (...fields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', ['Origin: https://a.example'], 'HTTP/1.1 401 Unauthorized', [
    'Access-Control-Allow-Origin: *',
    'WWW-Authenticate: DPoP algs="ES256"',
    NONCE,
    ...fields,
  ])

/** A nonce of 200, after those of other answers. */
const nonces = (...values: readonly string[]): string =>
  values.map((value) => answer('200 OK', `DPoP-Nonce: ${value}`)).join('\n')

const withNonce = (status: string, ...fields: readonly string[]): string => answer(status, NONCE, ...fields)

/** What a token endpoint says. */
const wantsNonce = (status: string, fields: readonly string[] = [NONCE], method = 'POST'): string =>
  exchange(
    `${method} /token HTTP/1.1`,
    [],
    `HTTP/1.1 ${status}`,
    ['Content-Type: application/json', ...fields],
    '{"error":"use_dpop_nonce"}',
  )

export const dpop: NearMisses = {
  '9449-7.1-error': {
    breaks: [
      challengeTo(TOKEN, 'DPoP algs="ES256"'),
      challengeTo(TOKEN, 'DPoP algs="ES256"', 'Bearer error="invalid_token"'),
    ],
    passes: [
      challengeTo(TOKEN, 'DPoP algs="ES256"', 'DPoP algs="ES256", error="invalid_token"'),
      challengeTo(TOKEN, 'Bearer realm="a"'),
      challengeTo(TOKEN, 'DPoP, algs="ES256"'),
      challengeTo('Authorization: DPoP', 'DPoP algs="ES256"'),
      challengeTo('Authorization: Bearer abc', 'DPoP algs="ES256"'),
    ],
  },
  '9449-7.1-algs': {
    breaks: [
      [challenge('DPoP'), 'The DPoP challenge lists no algs, so the client has to guess how to sign.'],
      challenge('DPoP algs=""'),
      challenge('DPoP algs=" "'),
      challenge('DPoP error="invalid_token"'),
      [
        challenge('DPoP algs="ES256 none"'),
        'The algs of the DPoP challenge list "none", with which no proof may be signed.',
      ],
      challenge('DPoP algs="HS256", error="use_dpop_nonce"'),
      challenge('DPoP algs="HS384"'),
      challenge('DPoP algs="HS512"'),
    ],
    passes: [challenge('DPoP algs=ES256'), challenge('DPoP error="use_dpop_nonce"'), challenge('Bearer algs="none"')],
  },
  '9449-7.1-not-for-proxies': {
    breaks: [proxyChallenge('Basic realm="a"', 'DPoP algs="ES256"')],
    passes: [challenge('DPoP algs="ES256"'), proxyChallenge('DPoP, algs="ES256"')],
  },
  '9449-7.1-cors-expose': {
    breaks: [
      [
        crossOrigin(),
        "Scripts can't read WWW-Authenticate, and without it they can't make a proof that the server accepts.",
      ],
      [
        crossOrigin('Access-Control-Expose-Headers: www-authenticate'),
        "Scripts can't read DPoP-Nonce, and without it they can't make a proof that the server accepts.",
      ],
      // To a request with credentials, "*" is the name of a field.
      crossOrigin('Access-Control-Expose-Headers: *', 'Access-Control-Allow-Credentials: true'),
    ],
    passes: [
      crossOrigin('Access-Control-Expose-Headers: *'),
      crossOrigin('Access-Control-Expose-Headers: DPoP-Nonce, WWW-Authenticate'),
      challengeTo('Origin: https://a.example', 'DPoP algs="ES256"'),
      answer('401 Unauthorized', 'Access-Control-Allow-Origin: *', 'WWW-Authenticate: DPoP algs="ES256"'),
      exchange('GET / HTTP/1.1', ['Origin: https://a.example'], 'HTTP/1.1 401 Unauthorized', [
        'Access-Control-Allow-Origin: *',
        'WWW-Authenticate: Bearer realm="a"',
        'Proxy-Authenticate: DPoP algs="ES256"',
      ]),
    ],
  },
  '9449-7.2-bearer-downgrade': {
    breaks: [afterChallenge('DPoP algs="ES256"', [BOUND]), afterChallenge('DPoP algs="ES256"', [BOUND.slice(0, -4)])],
    passes: [
      ...[
        BOUND.replace('Bearer', 'DPoP'),
        'Authorization: Bearer',
        'Authorization: Bearer abc',
        'Authorization: Bearer abc, a=b',
        // Two parts, and the five of an encrypted one.
        BOUND.slice(0, -5),
        `${BOUND}.YQ.YQ`,
        BOUND.replace('e30', '~e30'),
        bearing('no JSON'),
        bearing('null'),
        bearing('{"cnf":null}'),
        bearing('{"cnf":{"jkt":1}}'),
        bearing('{"cnf":{"x5t#S256":"abc"}}'),
        bearing(Uint8Array.of(0xff)),
      ].map((field) => afterChallenge('DPoP algs="ES256"', [field])),
      // Something else may have let it in, or nobody needs a token.
      afterChallenge('DPoP algs="ES256"', [BOUND, 'Cookie: sid=31d4']),
      afterChallenge('Bearer realm="a"', [BOUND]),
      afterChallenge('DPoP algs="ES256"', [BOUND], '/other'),
      `${answer('403 Forbidden', 'WWW-Authenticate: DPoP algs="ES256"')}\n${exchange('GET / HTTP/1.1', [BOUND], 'HTTP/1.1 200 OK', [])}`,
      `${challenge('DPoP algs="ES256"')}\n${exchange('HEAD / HTTP/1.1', [BOUND], 'HTTP/1.1 200 OK', [])}`,
    ],
  },
  '9449-7.2-no-error-without-credentials': {
    breaks: [challenge('DPoP error_uri="/errors/token"')],
    passes: [challenge('Bearer error="invalid_token"'), challengeTo('Cookie: a=b', 'DPoP error="invalid_token"')],
  },
  '9449-7.2-error-in-used-scheme': {
    breaks: [
      [
        challengeTo(TOKEN, 'Bearer error="invalid_token"', 'DPoP algs="ES256"'),
        'The request used DPoP, but there is an error in the Bearer challenge.',
      ],
      [
        challengeTo('Authorization: Bearer abc', 'Bearer realm="a"', 'DPoP error="invalid_token"'),
        'The request used Bearer, but there is an error in the DPoP challenge.',
      ],
    ],
    passes: [
      challengeTo('Authorization: Basic YTpi', 'Bearer error="invalid_token"', 'Basic realm="a"'),
      challengeTo(TOKEN, 'Bearer error="invalid_token"'),
      challengeTo(TOKEN, 'Bearer realm="a"', 'DPoP error="invalid_token"'),
      challengeTo('Authorization: DPoP', 'Bearer error="invalid_token"', 'DPoP algs="ES256"'),
      challengeTo(
        'Authorization: Bearer abc\n> DPoP: a.b.c',
        'Bearer error="invalid_token"',
        'DPoP error="invalid_token"',
      ),
    ],
  },
  '9449-8-nonce-unpredictable': {
    breaks: [
      // The transcript's Date is 1795248000 seconds after 1970.
      [nonces('1795248005'), 'The nonce "1795248005" is the time of the response.'],
      nonces('1795247995'),
      nonces('1795248005000'),
      [nonces('1042', 'abc', '1058'), 'The nonce "1058" follows "1042": it is a counter.'],
      nonces('1058', '1042'),
    ],
    passes: [
      nonces('1795248006'),
      nonces('1795248005001'),
      nonces('a1795248000'),
      nonces('1795248000a'),
      nonces('1042', '1059'),
      nonces('1042', '1042'),
      nonces('a1042', '1042a', '1043'),
      nonces('1042', '1043a'),
      nonces('', '1'),
      `${answer('200 OK')}\n${nonces('1')}`,
      nonces('1795248005').replace('<', '# as is\n<'),
    ],
  },
  '9449-8.2-uncacheable': {
    breaks: [
      withNonce('200 OK'),
      withNonce('200 OK', 'Cache-Control: private, max-age=60'),
      withNonce('200 OK', 'Cache-Control: max-age=0, s-maxage=60'),
      withNonce('200 OK', 'Cache-Control: max-age=60, s-maxage=0'),
      withNonce('200 OK', 'Expires: Sat, 21 Nov 2026 08:00:01 GMT'),
      withNonce('401 Unauthorized', 'Cache-Control: max-age=60, s-maxage=0'),
      withNonce('401 Unauthorized', 'Cache-Control: s-maxage=60'),
      withNonce('401 Unauthorized', 'Cache-Control: public'),
      withNonce('404 Not Found'),
      exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 200 OK', [NONCE]),
    ],
    passes: [
      withNonce('200 OK', 'Cache-Control: no-store'),
      withNonce('200 OK', 'Cache-Control: no-cache'),
      withNonce('200 OK', 'Cache-Control: max-age=0'),
      withNonce('200 OK', 'Cache-Control: public, max-age=0'),
      withNonce('200 OK', 'Expires: 0'),
      withNonce('200 OK', 'Expires: Thu, 01 Jan 1970 00:00:00 GMT'),
      withNonce('200 OK', 'Cache-Control: public', 'Expires: Sat, 21 Nov 2026 08:00:00 GMT'),
      withNonce('401 Unauthorized'),
      withNonce('299 Unheard Of'),
      exchange('POST / HTTP/1.1', [], 'HTTP/1.1 200 OK', [NONCE]),
    ],
  },
  '9449-9-use-nonce': {
    breaks: [
      [
        challenge('DPoP error="use_dpop_nonce"'),
        'The challenge asks for a nonce, but there is no DPoP-Nonce that has it.',
      ],
      [
        withNonce('400 Bad Request', 'WWW-Authenticate: DPoP error="use_dpop_nonce"'),
        'The challenge asks for a nonce, which goes with 401, but the status is 400.',
      ],
    ],
    passes: [
      withNonce('401 Unauthorized', 'WWW-Authenticate: DPoP error="use_dpop_nonce"'),
      challenge('DPoP error="invalid_token"'),
      challenge('Bearer error="use_dpop_nonce"'),
    ],
  },
  '9449-8-as-use-nonce': {
    breaks: [
      [wantsNonce('400 Bad Request', []), 'The content asks for a nonce, but there is no DPoP-Nonce that has it.'],
      [wantsNonce('403 Forbidden'), 'The content asks for a nonce, which goes with 400, but the status is 403.'],
    ],
    passes: [
      wantsNonce('400 Bad Request'),
      wantsNonce('403 Forbidden', [NONCE], 'GET'),
      wantsNonce('401 Unauthorized', ['WWW-Authenticate: DPoP algs="ES256", error="use_dpop_nonce"']),
    ],
  },
}
