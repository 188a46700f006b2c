import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isBoundToken } from './bound-token.ts'
import {
  credentialsOf,
  hasErrorInformation,
  isAnonymous,
  isProtectedBy,
  lacksError,
  oauthChallengesOf,
  paramValue,
  schemeName,
  schemeUsedBy,
  schemeWithCredentials,
} from './challenges-of.ts'

/** What proofs may not be signed with (RFC 7518 §3.1, RFC 9449 §4.3). */
const NOT_ASYMMETRIC = ['none', 'HS256', 'HS384', 'HS512']

/** The challenge of DPoP (RFC 9449 §7). */
export const dpopRules: readonly Rule[] = [
  {
    id: '9449-7.1-error',
    level: 'SHOULD',
    rfc: '9449',
    section: '7.1',
    topic: 'authentication',
    decidedBy: 'application',
    statement: 'A challenge that refuses a DPoP access token says why in error.',
    status: [401],
    fields: ['www-authenticate'],
    applies: ({ request }) => schemeWithCredentials(request) === 'dpop',
    check: ({ response }) =>
      lacksError(response, 'dpop')
        ? fault(
            'The request had a token, but the DPoP challenge has no error that says what is wrong with it.',
            response.show('www-authenticate'),
          )
        : undefined,
    remedy: "dpop({ algs: ['ES256'], error: 'invalid_token' }).",
  },
  {
    id: '9449-7.1-algs',
    level: 'SHOULD',
    rfc: '9449',
    section: '7.1',
    topic: 'authentication',
    statement: 'A DPoP challenge lists in algs the signature algorithms that a proof may have: asymmetric ones.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      for (const challenge of oauthChallengesOf(response, 'dpop')) {
        const algs = paramValue(challenge, 'algs')
        // The proof was right but for its nonce (RFC 9449 §9).
        if (algs === undefined && paramValue(challenge, 'error') === 'use_dpop_nonce') continue
        if (algs === undefined || algs.trim() === '')
          return fault(
            'The DPoP challenge lists no algs, so the client has to guess how to sign.',
            response.show('www-authenticate'),
          )
        const wrong = algs.split(' ').find((algorithm) => NOT_ASYMMETRIC.includes(algorithm))
        if (wrong !== undefined)
          return fault(
            `The algs of the DPoP challenge list ${quoted(wrong)}, with which no proof may be signed.`,
            response.show('www-authenticate'),
          )
      }
      return undefined
    },
    remedy: "dpop({ algs: ['ES256', 'PS256'] }).",
  },
  {
    id: '9449-7.1-not-for-proxies',
    level: 'MUST NOT',
    rfc: '9449',
    section: '7.1',
    topic: 'authentication',
    statement: 'Proxy-Authenticate has no challenge of DPoP.',
    fields: ['proxy-authenticate'],
    check: ({ response }) =>
      response.proxyChallenges?.some(({ scheme }) => scheme === 'dpop')
        ? fault('Proxy-Authenticate asks for DPoP, which is for resources only.', response.show('proxy-authenticate'))
        : undefined,
    remedy: "throw new ProxyAuthenticationRequired({ challenges: [basic({ realm: 'proxy' })] }).",
  },
  {
    id: '9449-7.1-cors-expose',
    level: 'advice',
    rfc: '9449',
    section: '7.1',
    topic: 'authentication',
    statement:
      'Where scripts of other origins may read a response, Access-Control-Expose-Headers names the WWW-Authenticate with a DPoP challenge, and DPoP-Nonce.',
    fields: ['access-control-allow-origin'],
    applies: ({ request, response }) => request.has('origin') && response.has('www-authenticate'),
    check: ({ response }) => {
      if (oauthChallengesOf(response, 'dpop').length === 0) return undefined
      const isWild = response.get('access-control-allow-credentials') !== 'true'
      if (isWild && response.lists('access-control-expose-headers', '*')) return undefined
      const hidden = ['www-authenticate', 'dpop-nonce'].find(
        (name) => response.has(name) && !response.lists('access-control-expose-headers', name),
      )
      if (hidden === undefined) return undefined
      return fault(
        `Scripts can't read ${hidden === 'dpop-nonce' ? 'DPoP-Nonce' : 'WWW-Authenticate'}, and without it they can't make a proof that the server accepts.`,
        response.show('access-control-allow-origin', 'access-control-expose-headers', hidden),
      )
    },
    remedy: "With the middleware cors: cors({ exposedHeaders: ['WWW-Authenticate', 'DPoP-Nonce'] }).",
  },
  {
    id: '9449-7.2-bearer-downgrade',
    level: 'MUST',
    rfc: '9449',
    section: '7.2',
    topic: 'authentication',
    decidedBy: 'application',
    statement: 'A resource that knows DPoP refuses a token that is bound to a key when it comes as Bearer.',
    status: ['2xx'],
    needs: ['earlier'],
    applies: ({ request }) => schemeUsedBy(request) === 'bearer' && !request.has('cookie'),
    check: (exchange) => {
      const { request, response } = exchange
      if (!isBoundToken(credentialsOf(request)?.token68) || !isProtectedBy('dpop', exchange)) return undefined
      return fault(
        `A token that is bound to a key was accepted as Bearer with ${response.status}: whoever steals it can use it.`,
        'Authorization: Bearer (a token with cnf.jkt)',
      )
    },
    remedy:
      "Refuse tokens with cnf.jkt under Bearer: throw new Unauthorized({ challenges: [bearer({ error: 'invalid_token' }), dpop({ algs })] }).",
  },
  {
    id: '9449-7.2-no-error-without-credentials',
    level: 'SHOULD NOT',
    rfc: '9449',
    section: '7.2',
    topic: 'authentication',
    decidedBy: 'application',
    statement:
      'A client that sent no credentials gets a DPoP challenge without error, error_description and error_uri.',
    status: [401],
    fields: ['www-authenticate'],
    applies: ({ request }) => isAnonymous(request),
    check: ({ response }) =>
      oauthChallengesOf(response, 'dpop').some(hasErrorInformation)
        ? fault(
            'The request had no credentials, but the DPoP challenge says what is wrong with them.',
            response.show('www-authenticate'),
          )
        : undefined,
    remedy: 'dpop({ algs }) where the request has no Authorization.',
  },
  {
    id: '9449-7.2-error-in-used-scheme',
    level: 'SHOULD',
    rfc: '9449',
    section: '7.2',
    topic: 'authentication',
    decidedBy: 'application',
    statement:
      'Of a Bearer and a DPoP challenge, the one with the scheme that the request used has the error, and the other has none.',
    status: [401],
    fields: ['www-authenticate'],
    check: ({ request, response }) => {
      const used = schemeWithCredentials(request)
      // With a proof under Bearer it is not clear what was meant.
      if (used === 'bearer' && request.has('dpop')) return undefined
      const challenges = oauthChallengesOf(response)
      const other = challenges.find((challenge) => challenge.scheme !== used && hasErrorInformation(challenge))
      if (other === undefined || !challenges.some(({ scheme }) => scheme === used)) return undefined
      return fault(
        `The request used ${used === 'dpop' ? 'DPoP' : 'Bearer'}, but there is an error in the ${schemeName(other)} challenge.`,
        response.show('www-authenticate'),
      )
    },
    remedy:
      "throw new Unauthorized({ challenges: [bearer({ error: 'invalid_token' }), dpop({ algs })] }) where the request used Bearer.",
  },
]
