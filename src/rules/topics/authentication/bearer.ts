import { fault, quoted } from '../../fault.ts'
import { isErrorText, isScope } from '../../grammar/oauth.ts'
import { isUriReference } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { oauthChallengesOf, paramValue, paramValues, schemeName } from './challenges-of.ts'

/** How a challenge of Bearer (RFC 6750) is written; DPoP takes its parameters over (RFC 9449 §7.1). */
export const bearerRules: readonly Rule[] = [
  {
    id: '6750-3-one-param',
    level: 'MUST',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    statement: 'A Bearer challenge has at least one parameter: a realm, if there is nothing else to say.',
    fields: ['www-authenticate'],
    check: ({ response }) =>
      oauthChallengesOf(response, 'bearer').some(({ parameters }) => parameters.length === 0)
        ? fault('The Bearer challenge has no parameter; a realm would do.', response.show('www-authenticate'))
        : undefined,
    remedy: "bearer({ realm: 'api' }); bearer() has a realm by itself.",
  },
  {
    id: '6750-3-scope-charset',
    level: 'MUST NOT',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    statement:
      'The scope is a list of values with one space between them, in printable ASCII without quotes and backslashes.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      const wrong = paramValues(oauthChallengesOf(response), 'scope').find((scope) => !isScope(scope))
      if (wrong === undefined) return undefined
      return fault(
        `The scope ${quoted(wrong)} is not a list of printable ASCII values with one space between them.`,
        response.show('www-authenticate'),
      )
    },
    remedy: "bearer({ scope: ['orders:read', 'orders:write'] }).",
  },
  {
    id: '6750-3-error-charset',
    level: 'MUST NOT',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    statement:
      'The values of error and error_description are printable ASCII without quotes and backslashes, escaped ones included.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      for (const challenge of oauthChallengesOf(response)) {
        for (const name of ['error', 'error_description']) {
          const value = paramValue(challenge, name)
          if (value !== undefined && !isErrorText(value))
            return fault(
              `The ${name} of the ${schemeName(challenge)} challenge has quotes, backslashes or characters that are not printable ASCII.`,
              response.show('www-authenticate'),
            )
        }
      }
      return undefined
    },
    remedy: "bearer({ error: 'invalid_token', errorDescription: … }) makes any text fit.",
  },
  {
    id: '6750-3-error-uri-charset',
    level: 'MUST',
    rfc: '6750',
    section: '3',
    topic: 'authentication',
    statement: 'The error_uri is a URI reference, so it has no spaces, quotes and backslashes.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      const wrong = paramValues(oauthChallengesOf(response), 'error_uri').find((uri) => !isUriReference(uri))
      if (wrong === undefined) return undefined
      return fault(`The error_uri ${quoted(wrong)} is not a URI reference.`, response.show('www-authenticate'))
    },
    remedy: "bearer({ error: 'invalid_token', errorUri: 'https://example.com/errors/token' }).",
  },
]
