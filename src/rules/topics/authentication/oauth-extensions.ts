import { fault, quoted } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import { parseUri } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { oauthChallengesOf, paramValues } from './challenges-of.ts'

/** Stepping up (RFC 9470), and where the metadata of a resource are (RFC 9728). */
export const oauthExtensionRules: readonly Rule[] = [
  {
    id: '9470-3-error-code',
    level: 'advice',
    rfc: '9470',
    section: '3',
    topic: 'authentication',
    statement: 'A challenge with the error insufficient_user_authentication goes with 401.',
    fields: ['www-authenticate'],
    applies: ({ response }) => response.status !== 401,
    check: ({ response }) =>
      paramValues(oauthChallengesOf(response), 'error').includes('insufficient_user_authentication')
        ? fault(
            `The challenge asks to log in in a stronger way, which goes with 401, but the status is ${response.status}.`,
            `${response.line}\n${response.show('www-authenticate')}`,
          )
        : undefined,
    remedy:
      "throw new Unauthorized({ challenges: [bearer({ error: 'insufficient_user_authentication', maxAge: 300 })] }).",
  },
  {
    id: '9470-3-max-age',
    level: 'advice',
    rfc: '9470',
    section: '3',
    topic: 'authentication',
    statement: 'The max_age of a challenge is a whole number of seconds, 0 or more.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      const wrong = paramValues(oauthChallengesOf(response), 'max_age').find((age) => !isDigits(age))
      if (wrong === undefined) return undefined
      return fault(`The max_age ${quoted(wrong)} is not a whole number of seconds.`, response.show('www-authenticate'))
    },
    remedy: "bearer({ error: 'insufficient_user_authentication', maxAge: 300 }).",
  },
  {
    id: '9728-5.1-value',
    level: 'advice',
    rfc: '9728',
    section: '5.1',
    topic: 'authentication',
    statement: 'The resource_metadata of a challenge is the URL of the metadata, with its scheme and host.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      const wrong = paramValues(response.challenges ?? [], 'resource_metadata').find((url) => !isWebUrl(url))
      if (wrong === undefined) return undefined
      return fault(
        `The resource_metadata ${quoted(wrong)} is not a URL with scheme and host.`,
        response.show('www-authenticate'),
      )
    },
    remedy: "bearer({ resourceMetadata: 'https://api.example.com/.well-known/oauth-protected-resource' }).",
  },
]

function isWebUrl(text: string): boolean {
  const uri = parseUri(text)
  return uri !== undefined && /^https?$/i.test(uri.scheme) && Boolean(uri.host)
}
