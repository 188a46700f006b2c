import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import {
  hasErrorInformation,
  isAnonymous,
  lacksError,
  oauthChallengesOf,
  paramValue,
  paramValues,
  schemeUsedBy,
  schemeWithCredentials,
} from './challenges-of.ts'
import { jsonMemberOf } from './oauth-content.ts'

/** RFC 6750 §3.1 */
const BEARER_ERRORS: readonly unknown[] = ['invalid_request', 'invalid_token', 'insufficient_scope']

/** What a challenge says of the token that a request had (RFC 6750 §3 and §3.1). */
export const bearerErrorRules: readonly Rule[] = [
  {
    id: '6750-3-www-authenticate',
    level: 'MUST',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    statement: 'A response that refuses an access token says so in WWW-Authenticate, whatever its status.',
    status: ['4xx'],
    needs: ['content'],
    applies: ({ request, response }) =>
      response.status !== 401 && response.status !== 407 && schemeUsedBy(request) === 'bearer',
    check: ({ response }) => {
      if (response.has('www-authenticate')) return undefined
      const error = jsonMemberOf(response, 'error')
      if (error !== 'insufficient_scope' && error !== 'invalid_token') return undefined
      return fault(
        `The ${response.status} says "${error}" in its content only: without WWW-Authenticate no client library finds it.`,
        response.line,
      )
    },
    remedy:
      "throw new Forbidden({ headers: { 'WWW-Authenticate': String(bearer({ error: 'insufficient_scope', scope: 'orders:write' })) } }).",
  },
  {
    id: '6750-3-scheme',
    level: 'MUST',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    statement: 'A Bearer token is refused with the error codes of RFC 6750 in a challenge of the scheme Bearer.',
    fields: ['www-authenticate'],
    applies: ({ request }) => schemeUsedBy(request) === 'bearer',
    check: ({ response }) => {
      if (oauthChallengesOf(response).length > 0) return undefined
      const other = response.challenges?.find((challenge) => BEARER_ERRORS.includes(paramValue(challenge, 'error')))
      return (
        other &&
        fault(
          `The token came as Bearer, but the challenge that refuses it has the scheme ${quoted(other.scheme)}.`,
          response.show('www-authenticate'),
        )
      )
    },
    remedy: "bearer({ error: 'invalid_token' }).",
  },
  {
    id: '6750-3-error-included',
    level: 'SHOULD',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    decidedBy: 'application',
    statement: 'A challenge that refuses an access token says why in error.',
    status: [401],
    fields: ['www-authenticate'],
    applies: ({ request }) => schemeWithCredentials(request) === 'bearer',
    check: ({ response }) =>
      lacksError(response, 'bearer')
        ? fault(
            'The request had a token, but the challenge has no error that says what is wrong with it.',
            response.show('www-authenticate'),
          )
        : undefined,
    remedy: "bearer({ error: 'invalid_token' }) where the request had a token, and bearer() where it had none.",
  },
  {
    id: '6750-3.1-no-error-without-token',
    level: 'SHOULD NOT',
    rfc: '6750',
    section: '3.1',
    topic: 'authentication',
    decidedBy: 'application',
    statement:
      'A client that sent no credentials gets a Bearer challenge without error, error_description and error_uri.',
    status: [401],
    fields: ['www-authenticate'],
    applies: ({ request }) => isAnonymous(request),
    check: ({ response }) =>
      oauthChallengesOf(response, 'bearer').some(hasErrorInformation)
        ? fault(
            'The request had no credentials, but the Bearer challenge says what is wrong with them.',
            response.show('www-authenticate'),
          )
        : undefined,
    remedy: "bearer({ realm: 'api' }) where the request has no Authorization.",
  },
  statusOfError('6750-3.1-invalid-request-400', 'invalid_request', 400, 'BadRequest'),
  statusOfError('6750-3.1-invalid-token-401', 'invalid_token', 401, 'Unauthorized'),
  statusOfError('6750-3.1-insufficient-scope-403', 'insufficient_scope', 403, 'Forbidden'),
]

function statusOfError(id: string, error: string, status: number, className: string): Rule {
  return {
    id,
    level: 'SHOULD',
    rfc: '6750',
    section: '3.1',
    topic: 'authentication',
    statement: `A challenge with the error ${error} goes with ${status}.`,
    fields: ['www-authenticate'],
    check: ({ response }) => {
      const errors = new Set(paramValues(oauthChallengesOf(response), 'error'))
      // Of two challenges with different errors only one can fit the status.
      if (response.status === status || !errors.has(error) || errors.size > 1) return undefined
      return fault(
        `The challenge says ${error}, which goes with ${status}, but the status is ${response.status}.`,
        `${response.line}\n${response.show('www-authenticate')}`,
      )
    },
    remedy:
      status === 401
        ? `throw new Unauthorized({ challenges: [bearer({ error: '${error}' })] }).`
        : `throw new ${className}({ headers: { 'WWW-Authenticate': String(bearer({ error: '${error}' })) } }).`,
  }
}
