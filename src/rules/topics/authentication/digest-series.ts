import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import {
  CHALLENGE_FIELDS,
  challengesOf,
  credentialsOf,
  isProtectedBy,
  paramValue,
  paramValues,
  schemeUsedBy,
} from './challenges-of.ts'

/** What Digest credentials hold whatever the challenge (RFC 7616 §3.4). */
const REQUIRED = ['username', 'realm', 'nonce', 'uri', 'response']

/** Digest over several requests (RFC 7616). */
export const digestSeriesRules: readonly Rule[] = [
  {
    id: '7616-3.3-nonce-unique',
    level: 'advice',
    rfc: '7616',
    section: '3.3',
    topic: 'authentication',
    statement: 'Each 401 has a nonce of its own.',
    status: [401, 407],
    fields: CHALLENGE_FIELDS,
    needs: ['earlier'],
    check: (exchange) => {
      const { earlier, response } = exchange
      const used = new Set(earlier.flatMap((one) => noncesOf(one.response)))
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const nonce = paramValue(challenge, 'nonce')
        if (nonce !== undefined && used.has(nonce))
          return fault(
            `The nonce ${quoted(nonce)} is that of an earlier response: a digest can be replayed.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: 'digest({ realm, nonce }) with a nonce from a random generator, made anew for each response.',
  },
  {
    id: '7616-3.3-stale',
    level: 'SHOULD',
    rfc: '7616',
    section: '3.3',
    topic: 'authentication',
    statement: 'A challenge says stale=true only if the request had Digest credentials, with a nonce that is too old.',
    status: [401, 407],
    fields: CHALLENGE_FIELDS,
    check: ({ request, response }) => {
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        if (paramValue(challenge, 'stale')?.toLowerCase() !== 'true') continue
        const name = field === 'www-authenticate' ? 'authorization' : 'proxy-authorization'
        if (!request.get(name)?.toLowerCase().startsWith('digest '))
          return fault(
            'The challenge says stale=true, but the request had no nonce that could be stale.',
            response.show(field),
          )
      }
      return undefined
    },
    remedy: 'Write digest({ …, stale: true }) only where the digest is right and its nonce too old.',
  },
  {
    id: '7616-3.4-improper-params',
    level: 'advice',
    rfc: '7616',
    section: '3.4',
    topic: 'authentication',
    statement: 'Digest credentials that lack a parameter, or have an improper one, are answered with 4xx.',
    status: ['2xx'],
    needs: ['earlier'],
    applies: isProtectedByDigest,
    check: ({ request, response }) => {
      const credentials = credentialsOf(request)
      if (credentials === undefined)
        return fault(
          `Digest credentials that are none by the grammar were accepted with ${response.status}.`,
          request.show('authorization'),
        )
      const names = credentials.parameters.map(({ name }) => (name === 'username*' ? 'username' : name))
      const missing = REQUIRED.find((name) => !names.includes(name))
      if (missing === undefined) return undefined
      return fault(
        `Digest credentials without ${missing} were accepted with ${response.status} where they are required.`,
        request.show('authorization'),
      )
    },
    remedy:
      'Check that all parameters are there: throw new BadRequest(), or new Unauthorized({ challenges: [digest({ … })] }).',
  },
  {
    id: '7616-3.4.6-uri-mismatch',
    level: 'SHOULD',
    rfc: '7616',
    section: '3.4.6',
    topic: 'authentication',
    statement: 'Digest credentials for another resource than the one that was asked for are answered with 400.',
    status: ['2xx'],
    needs: ['earlier'],
    applies: isProtectedByDigest,
    check: ({ request, response }) => {
      const credentials = credentialsOf(request)
      const uri = credentials && paramValue(credentials, 'uri')
      // Proxies may have made an absolute URI of it, or cut a prefix off the path.
      if (uri === undefined || uri.endsWith(request.target) || request.target.endsWith(uri)) return undefined
      // Clients differ in how they encode.
      if (uri.includes('%') || request.target.includes('%')) return undefined
      return fault(
        `The digest is for ${quoted(uri)}, and was accepted with ${response.status} for ${quoted(request.target)}.`,
        request.show('authorization'),
      )
    },
    remedy: 'Compare uri of the credentials with the target of the request: throw new BadRequest().',
  },
]

function noncesOf(response: ResponseView): readonly string[] {
  const challenges = challengesOf(response, 'digest').map(({ challenge }) => challenge)
  return paramValues(challenges, 'nonce')
}

/** Whether nobody gets at the resource without Digest credentials, and the request has them, and nothing else to show. */
function isProtectedByDigest(exchange: ExchangeView): boolean {
  const { request } = exchange
  return schemeUsedBy(request) === 'digest' && !request.has('cookie') && isProtectedBy('digest', exchange)
}
