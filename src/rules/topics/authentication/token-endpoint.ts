import { fault, quoted } from '../../fault.ts'
import { isErrorText } from '../../grammar/oauth.ts'
import type { Rule } from '../../rule.ts'
import { schemeUsedBy } from './challenges-of.ts'
import { jsonMemberOf } from './oauth-content.ts'

/** Codes that none but a token endpoint has a use for (RFC 6749 §5.2). */
const TOKEN_ERRORS: readonly unknown[] = ['invalid_client', 'invalid_grant', 'unsupported_grant_type']

/** A token is asked for with a form (RFC 6749 §4). */
const FORM = /^application\/x-www-form-urlencoded[\t ]*(?:;|$)/i

/**
 * What a token endpoint answers (RFC 6749 §5). Who answers POST with one of its error codes, or a form with a token, is
 * taken for one.
 */
export const tokenEndpointRules: readonly Rule[] = [
  {
    id: '6749-5.1-no-store',
    level: 'MUST',
    rfc: '6749',
    section: '5.1',
    topic: 'authentication',
    statement: 'A response with an access token has Cache-Control: no-store.',
    status: [200],
    fields: ['content-type'],
    needs: ['content'],
    applies: ({ request }) => request.method === 'POST' && request.all('content-type').some((type) => FORM.test(type)),
    check: ({ response }) => {
      if (response.hasDirective('no-store')) return undefined
      // What §5.1 requires of every such response; the token itself is no evidence to be printed.
      const isToken = ['access_token', 'token_type'].every((name) => typeof jsonMemberOf(response, name) === 'string')
      return isToken
        ? fault(
            'The content has an access token, and no no-store keeps it out of caches.',
            `${response.line}\n${response.show('cache-control')}`,
          )
        : undefined
    },
    remedy: "res.set('Cache-Control', 'no-store').json({ access_token, token_type: 'Bearer', expires_in }).",
  },
  {
    id: '6749-5.2-token-400',
    level: 'advice',
    rfc: '6749',
    section: '5.2',
    topic: 'authentication',
    statement: 'A token endpoint refuses with 400, and an unknown client with 400 or 401.',
    fields: ['content-type'],
    needs: ['content'],
    applies: ({ request, response }) => request.method === 'POST' && response.status !== 400 && response.status !== 401,
    check: ({ request, response }) => {
      const error = jsonMemberOf(response, 'error')
      if (!TOKEN_ERRORS.includes(error)) return undefined
      if (error === 'invalid_client' && request.has('authorization')) return undefined
      return fault(`The token endpoint says ${error} with ${response.status}; the status for it is 400.`, response.line)
    },
    remedy: "res.status(400).json({ error: 'invalid_grant' }).",
  },
  {
    id: '6749-5.2-invalid-client-header',
    level: 'MUST',
    rfc: '6749',
    section: '5.2',
    topic: 'authentication',
    statement:
      'A client that failed to authenticate with Authorization gets 401 and a challenge with the scheme that it used.',
    fields: ['content-type'],
    needs: ['content'],
    applies: ({ request }) => request.method === 'POST' && request.has('authorization'),
    check: ({ request, response }) => {
      if (jsonMemberOf(response, 'error') !== 'invalid_client') return undefined
      if (response.status !== 401)
        return fault(
          `The client used Authorization, so invalid_client goes with 401, but the status is ${response.status}.`,
          response.line,
        )
      const used = schemeUsedBy(request)
      if (response.challenges === undefined || response.challenges.some(({ scheme }) => scheme === used))
        return undefined
      return fault(
        `The client used ${quoted(String(used))}, but no challenge has this scheme.`,
        response.show('www-authenticate'),
      )
    },
    remedy: "res.status(401).set('WWW-Authenticate', 'Basic realm=\"token\"').json({ error: 'invalid_client' }).",
  },
  {
    id: '6749-5.2-charset',
    level: 'MUST NOT',
    rfc: '6749',
    section: '5.2',
    topic: 'authentication',
    statement:
      'The error and error_description of a token endpoint are printable ASCII without quotes and backslashes.',
    status: [400, 401],
    fields: ['content-type'],
    needs: ['content'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'POST',
    check: ({ response }) => {
      if (!TOKEN_ERRORS.includes(jsonMemberOf(response, 'error'))) return undefined
      const description = jsonMemberOf(response, 'error_description')
      if (typeof description !== 'string' || isErrorText(description)) return undefined
      return fault(
        'The error_description has quotes, backslashes, line breaks or characters that are not printable ASCII.',
        `"error_description": ${JSON.stringify(description)}`,
      )
    },
    remedy: 'Write error_description in plain ASCII: it is for developers.',
  },
]
