import { brief, fault, quoted } from '../../fault.ts'
import type { Challenge } from '../../grammar/challenges.ts'
import { isToken } from '../../grammar/characters.ts'
import { listElements } from '../../grammar/lists.ts'
import type { Rule } from '../../rule.ts'
import { isExposed } from '../../shared/transport.ts'
import { CHALLENGE_FIELDS, challengesOf, parameterOf, paramValue } from './challenges-of.ts'

/** RFC 9110 §11.5 has the realm quoted in every scheme. */
const QUOTED = ['domain', 'nonce', 'opaque', 'qop']

/** The challenge of Digest (RFC 7616). */
export const digestRules: readonly Rule[] = [
  {
    id: '7616-3.3-challenge',
    level: 'advice',
    rfc: '7616',
    section: '3.3',
    topic: 'authentication',
    statement: 'A Digest challenge has a realm and a nonce; its charset is UTF-8, and userhash is true or false.',
    covers: ['7616-3.3-charset', '7616-3.3-userhash'],
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const missing =
          parameterOf(challenge, 'realm') === undefined ? 'realm' : paramValue(challenge, 'nonce') ? undefined : 'nonce'
        if (missing !== undefined)
          return fault(
            `The Digest challenge has no ${missing}, without which no digest can be made.`,
            response.show(field),
          )
        const charset = paramValue(challenge, 'charset')
        if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
          return fault(
            `The charset of the Digest challenge is ${quoted(charset)}; only UTF-8 is allowed.`,
            response.show(field),
          )
        const userhash = paramValue(challenge, 'userhash')
        if (userhash !== undefined && !['true', 'false'].includes(userhash.toLowerCase()))
          return fault(
            `The userhash of the Digest challenge is ${quoted(userhash)}, neither true nor false.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: "digest({ realm: 'orders', nonce, algorithm: 'SHA-256' }).",
  },
  {
    id: '7616-3.3-qop',
    level: 'MUST',
    rfc: '7616',
    section: '3.3',
    topic: 'authentication',
    statement: 'A Digest challenge has a qop with one or more tokens, such as auth and auth-int.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const qop = paramValue(challenge, 'qop')
        if (qop === undefined)
          return fault(
            'The Digest challenge has no qop: without it the client falls back to a weaker digest.',
            response.show(field),
          )
        const tokens = listElements(qop)
        if (tokens.length === 0 || !tokens.every(isToken))
          return fault(`The qop of the Digest challenge is ${quoted(qop)}, not a list of tokens.`, response.show(field))
      }
      return undefined
    },
    remedy: "digest({ realm: 'orders', nonce, qop: ['auth'] }).",
  },
  {
    id: '7616-3.3-quoted',
    level: 'MUST',
    rfc: '7616',
    section: '3.3',
    topic: 'authentication',
    statement: 'In a Digest challenge, domain, nonce, opaque and qop stand in double quotes, as realm does.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const bare = challenge.parameters.find(({ name, quoted }) => !quoted && QUOTED.includes(name))
        if (bare !== undefined)
          return fault(
            `The Digest challenge has ${bare.name} without the double quotes that it needs.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: 'Let digest({ realm, nonce, qop }) write it.',
  },
  {
    id: '7616-3.3-unquoted',
    level: 'MUST NOT',
    rfc: '7616',
    section: '3.3',
    topic: 'authentication',
    statement: 'In a Digest challenge, stale and algorithm stand without quotes.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const given = challenge.parameters.find(
          ({ name, quoted }) => quoted && (name === 'stale' || name === 'algorithm'),
        )
        if (given !== undefined)
          return fault(
            `The Digest challenge quotes ${given.name}: write ${given.name}=${brief(given.value)}.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: "Let digest({ realm, nonce, algorithm: 'SHA-256', stale: true }) write it.",
  },
  {
    id: '7616-3.2-md5',
    level: 'SHOULD NOT',
    rfc: '7616',
    section: '3.2',
    topic: 'authentication',
    statement:
      'MD5, which is what a missing algorithm means, is offered only after a stronger algorithm, for old clients.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      const realms = new Set<string>()
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const key = `${field} ${paramValue(challenge, 'realm')}`
        if (!realms.has(key) && ['md5', 'md5-sess'].includes(algorithmOf(challenge)))
          return fault(
            parameterOf(challenge, 'algorithm') === undefined
              ? 'The first Digest challenge has no algorithm, which means MD5: offer SHA-256 before it.'
              : 'MD5 is the first algorithm on offer for Digest: offer SHA-256 before it.',
            response.show(field),
          )
        realms.add(key)
      }
      return undefined
    },
    remedy: "Offer digest({ realm, nonce, algorithm: 'SHA-256' }) first, and MD5 after it if at all.",
  },
  {
    id: '7616-3.7-distinct-algorithms',
    level: 'MUST',
    rfc: '7616',
    section: '3.7',
    topic: 'authentication',
    statement: 'Several Digest challenges of one realm have different algorithms.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      const seen = new Set<string>()
      for (const { challenge, field } of challengesOf(response, 'digest')) {
        const algorithm = algorithmOf(challenge)
        const key = `${field} ${algorithm} ${paramValue(challenge, 'realm')}`
        if (seen.has(key))
          return fault(
            `Two Digest challenges have the algorithm ${quoted(algorithm.toUpperCase())}.`,
            response.show(field),
          )
        seen.add(key)
      }
      return undefined
    },
    remedy: 'Give each digest({ … }) of the list another algorithm.',
  },
  {
    id: '7616-3.4.4-userhash-true',
    level: 'SHOULD',
    rfc: '7616',
    section: '3.4.4',
    topic: 'authentication',
    statement: 'A Digest challenge has userhash=true, so that no readable user name is sent.',
    fields: CHALLENGE_FIELDS,
    decidedBy: 'application',
    check: ({ response }) => {
      const found = challengesOf(response, 'digest').find(
        ({ challenge }) => paramValue(challenge, 'userhash')?.toLowerCase() !== 'true',
      )
      return (
        found &&
        fault(
          'The Digest challenge lacks userhash=true, so clients send readable user names.',
          response.show(found.field),
        )
      )
    },
    remedy: 'digest({ realm, nonce, userhash: true }), and look users up by the hash of name and realm.',
  },
  {
    id: '7616-5.1-https',
    level: 'SHOULD',
    rfc: '7616',
    section: '5.1',
    topic: 'authentication',
    statement: 'Digest is used over TLS.',
    fields: CHALLENGE_FIELDS,
    needs: ['secure'],
    decidedBy: 'application',
    applies: ({ request }) => isExposed(request),
    check: ({ response }) => {
      const found = challengesOf(response, 'digest')[0]
      return (
        found &&
        fault(
          'Digest is asked for over plain HTTP, where whoever listens can guess the password at leisure.',
          response.show(found.field),
        )
      )
    },
    remedy: 'Serve it over https, and answer plain HTTP with a redirect or 403 before any authentication.',
  },
]

/** In lower case. */
function algorithmOf(challenge: Challenge): string {
  return paramValue(challenge, 'algorithm')?.toLowerCase() ?? 'md5'
}
