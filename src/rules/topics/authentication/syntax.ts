import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { type ChallengeFault, findChallengeFault } from '../../grammar/challenge-faults.ts'
import { parseChallenges } from '../../grammar/challenges.ts'
import type { Rule } from '../../rule.ts'
import { CHALLENGE_FIELDS, challengesOf, parameterOf, schemeName } from './challenges-of.ts'

/** How challenges are written, whatever their scheme (RFC 9110 §11). */
export const syntaxRules: readonly Rule[] = [
  {
    id: '9110-11.3-challenge-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '11.3',
    topic: 'authentication',
    statement:
      'A challenge is a scheme, then nothing, one token68, or parameters with commas between them; no comma follows the scheme.',
    fields: CHALLENGE_FIELDS,
    check: (exchange) => findFault(exchange, 'challenge'),
    remedy: "Let challenge(), basic(), bearer(), digest() or dpop() write it: challenge('Negotiate', token).",
  },
  {
    id: '9110-11.2-param-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '11.2',
    topic: 'authentication',
    statement:
      'The value of a parameter is a token or a text in double quotes; spaces, slashes, colons and commas need quotes.',
    fields: CHALLENGE_FIELDS,
    check: (exchange) => findFault(exchange, 'parameter'),
    remedy: "Let challenge(), basic(), bearer(), digest() or dpop() write it: bearer({ scope: 'read write' }).",
  },
  {
    id: '9110-11.2-param-once',
    level: 'MUST',
    rfc: '9110',
    section: '11.2',
    topic: 'authentication',
    statement: 'No parameter occurs twice in a challenge; case does not tell names apart.',
    covers: ['6750-3-realm-once', '6750-3-scope-once', '6750-3-error-once'],
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response)) {
        const seen = new Set<string>()
        for (const { name } of challenge.parameters) {
          if (seen.has(name))
            return fault(`The ${schemeName(challenge)} challenge has ${quoted(name)} twice.`, response.show(field))
          seen.add(name)
        }
      }
      return undefined
    },
    remedy: 'Give each parameter once; several scopes stand in one scope, with spaces between them.',
  },
  {
    id: '9110-11.5-realm-quoted',
    level: 'MUST',
    rfc: '9110',
    section: '11.5',
    topic: 'authentication',
    statement: 'The realm always stands in double quotes, even where it is a token.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response)) {
        const realm = parameterOf(challenge, 'realm')
        if (realm?.quoted === false)
          return fault(
            `The realm of the ${schemeName(challenge)} challenge is not quoted: write realm=${quoted(realm.value)}.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: "Let basic({ realm: 'api' }) or challenge('Basic', { realm: 'api' }) write it.",
  },
  {
    id: '9110-11.6.1-one-per-line',
    level: 'advice',
    rfc: '9110',
    section: '11.6.1',
    topic: 'authentication',
    statement:
      'Several challenges stand on field lines of their own, as some clients misread a line with more than one.',
    fields: CHALLENGE_FIELDS,
    needs: ['lines'],
    check: ({ response }) => {
      for (const field of CHALLENGE_FIELDS) {
        for (const line of response.all(field)) {
          const count = parseChallenges(line)?.length ?? 0
          if (count > 1)
            return fault(`A line has ${count} challenges; give each a line of its own.`, response.show(field))
        }
      }
      return undefined
    },
    remedy: "throw new Unauthorized({ challenges: [bearer(), basic({ realm: 'api' })] }) writes a line for each.",
  },
]

function findFault({ response }: ExchangeView, place: ChallengeFault['in']): Fault | undefined {
  for (const field of CHALLENGE_FIELDS) {
    for (const line of response.all(field)) {
      const found = findChallengeFault(line)
      if (found?.in === place)
        return fault(
          `In ${field === 'www-authenticate' ? 'WWW' : 'Proxy'}-Authenticate, ${quoted(found.element)} ${found.reason}.`,
          response.show(field),
        )
    }
  }
  return undefined
}
