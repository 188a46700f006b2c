import { answer, exchange, type NearMisses } from '../near-miss.ts'
import { afterChallenge, challenge, challengeTo, proxyChallenge } from './challenging.ts'

const CHALLENGE = 'Digest realm="a", nonce="b", qop="auth", algorithm=SHA-256'
const STALE = `${CHALLENGE}, stale=true`

/** Digest credentials, without the parameters that an algorithm is told in. */
const credentials = (uri: string, user = 'username="joe"'): string =>
  `Authorization: Digest ${user}, realm="a", nonce="b", uri="${uri}", response="c"`

/** What is answered after a challenge of Digest. */
const accepted = (authorization: string, target = '/', ...fields: readonly string[]): string =>
  afterChallenge(CHALLENGE, [authorization, ...fields], target)

/** The same 200 after an answer that was no challenge of Digest to the same request. */
const unprotected = (before: string): string =>
  `${before}\n${exchange('GET / HTTP/1.1', [credentials('/x')], 'HTTP/1.1 200 OK', [])}`

export const digest: NearMisses = {
  '7616-3.3-challenge': {
    breaks: [
      [challenge('Digest nonce="b"'), 'The Digest challenge has no realm, without which no digest can be made.'],
      [challenge('Digest realm="a"'), 'The Digest challenge has no nonce, without which no digest can be made.'],
      challenge('Digest realm="a", nonce=""'),
      [
        challenge('Digest realm="a", nonce="b", charset=utf8'),
        'The charset of the Digest challenge is "utf8"; only UTF-8 is allowed.',
      ],
      [
        challenge('Digest realm="a", nonce="b", userhash=untrue'),
        'The userhash of the Digest challenge is "untrue", neither true nor false.',
      ],
      challenge('Digest realm="a", nonce="b", userhash=falsely'),
    ],
    passes: [
      challenge('Digest realm="", nonce="b"'),
      challenge('Digest realm="a", nonce="b", charset=utf-8, userhash=TRUE'),
      challenge('Digest realm="a", nonce="b", userhash=False'),
    ],
  },
  '7616-3.3-qop': {
    breaks: [
      [challenge('Digest qop="auth, a b"'), 'The qop of the Digest challenge is "auth, a b", not a list of tokens.'],
      challenge('Digest qop=""'),
      challenge('Digest qop=","'),
    ],
    passes: [challenge('Digest qop="auth-int,auth"'), challenge('Digest qop=auth')],
  },
  '7616-3.2-md5': {
    breaks: [
      [
        challenge('Digest realm="a"'),
        'The first Digest challenge has no algorithm, which means MD5: offer SHA-256 before it.',
      ],
      [
        challenge('Digest realm="a", algorithm=MD5-sess'),
        'MD5 is the first algorithm on offer for Digest: offer SHA-256 before it.',
      ],
      challenge('Digest realm="a", algorithm=SHA-256', 'Digest realm="b", algorithm=MD5'),
    ],
    passes: [
      challenge('Digest realm="a", algorithm=SHA-256', 'Digest realm="a", algorithm=MD5'),
      challenge('Digest realm="a", algorithm=SHA-512-256'),
    ],
  },
  '7616-3.7-distinct-algorithms': {
    breaks: [
      [
        challenge('Digest realm="a", algorithm=md5', 'Digest realm="a"'),
        'Two Digest challenges have the algorithm "MD5".',
      ],
    ],
    passes: [
      challenge('Digest realm="a", algorithm=MD5', 'Digest realm="b", algorithm=MD5'),
      challenge('Digest realm="a", algorithm=MD5', 'Digest realm="a", algorithm=MD5-sess'),
    ],
  },
  '7616-3.3-nonce-unique': {
    breaks: [
      [
        `${challenge(CHALLENGE)}\n${challenge(CHALLENGE)}`,
        'The nonce "b" is that of an earlier response: a digest can be replayed.',
      ],
      `${challenge(CHALLENGE)}\n${answer('200 OK')}\n${proxyChallenge(CHALLENGE)}`,
    ],
    passes: [
      challenge(CHALLENGE, CHALLENGE),
      `${challenge('Digest realm="a"')}\n${challenge('Digest realm="a"')}`,
      `${challenge('Other nonce="b"')}\n${challenge(CHALLENGE)}`,
      `${challenge(CHALLENGE)}\n${challenge('Digest realm="a", nonce="B"')}`,
    ],
  },
  '7616-3.3-stale': {
    breaks: [
      challenge(STALE),
      challengeTo('Authorization: Basic YTpi', STALE.replace('true', 'TRUE')),
      challengeTo('Authorization: My-Digest a=b', STALE),
      challengeTo(credentials('/').replace('Auth', 'Proxy-Auth'), STALE),
      proxyChallenge(STALE),
    ],
    passes: [
      challenge(`${CHALLENGE}, stale=false`),
      challengeTo(credentials('/').replace('Digest', 'digest'), STALE),
      proxyChallenge(STALE).replace('<', `> ${credentials('/').replace('Auth', 'Proxy-Auth')}\n<`),
    ],
  },
  '7616-3.4-improper-params': {
    breaks: [
      ...['username', 'realm', 'nonce', 'uri', 'response'].map(
        (name) =>
          [
            accepted(credentials('/').replace(`${name}=`, 'x=')),
            `Digest credentials without ${name} were accepted with 200 where they are required.`,
          ] as const,
      ),
      [
        accepted('Authorization: Digest username="joe", uri=/'),
        'Digest credentials that are none by the grammar were accepted with 200.',
      ],
      accepted(`${credentials('/')}, Basic YTpi`),
    ],
    passes: [accepted(credentials('/')), accepted(credentials('/', "username*=UTF-8''joe"))],
  },
  '7616-3.4.6-uri-mismatch': {
    breaks: [
      [accepted(credentials('/x')), 'The digest is for "/x", and was accepted with 200 for "/".'],
      afterChallenge(CHALLENGE, [credentials('/a')], '/', '204 No Content'),
    ],
    passes: [
      accepted(credentials('/')),
      accepted(credentials('https://api.example/')),
      // Clients differ in what they encode.
      accepted(credentials('/%78')),
      accepted(credentials('/').replace('uri="/", ', '')),
      accepted('Authorization: Basic uri="/x"'),
      accepted(credentials('/x'), '/', 'Cookie: sid=31d4'),
      unprotected(challenge('Basic realm="a"')),
      unprotected(challenge()),
      unprotected(answer('403 Forbidden', `WWW-Authenticate: ${CHALLENGE}`)),
      unprotected(exchange('POST / HTTP/1.1', [], 'HTTP/1.1 401 Unauthorized', [`WWW-Authenticate: ${CHALLENGE}`])),
      unprotected(exchange('GET /x HTTP/1.1', [], 'HTTP/1.1 401 Unauthorized', [`WWW-Authenticate: ${CHALLENGE}`])),
    ],
  },
}
