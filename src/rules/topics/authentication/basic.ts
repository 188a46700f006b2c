import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isExposed } from '../../shared/transport.ts'
import { CHALLENGE_FIELDS, challengesOf, parameterOf, paramValue } from './challenges-of.ts'

/** RFC 9728 §5.1 lets challenges of any scheme have the last one. */
const BASIC_PARAMETERS = ['realm', 'charset', 'resource_metadata']

/** The challenge of Basic (RFC 7617). */
export const basicRules: readonly Rule[] = [
  {
    id: '7617-2-realm',
    level: 'MUST',
    rfc: '7617',
    section: '2',
    topic: 'authentication',
    statement: 'A Basic challenge has a realm.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      const found = challengesOf(response, 'basic').find(({ challenge }) => !parameterOf(challenge, 'realm'))
      return (
        found &&
        fault('The Basic challenge has no realm, which says what the password is for.', response.show(found.field))
      )
    },
    remedy: "basic({ realm: 'orders' }).",
  },
  {
    id: '7617-2-no-other-params',
    level: 'advice',
    rfc: '7617',
    section: '2',
    topic: 'authentication',
    statement: 'A Basic challenge has no parameters except realm and charset: clients ignore others.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'basic')) {
        const other = challenge.parameters.find(({ name }) => !BASIC_PARAMETERS.includes(name))
        if (other !== undefined)
          return fault(
            `The Basic challenge has the parameter ${quoted(other.name)}, which no client knows.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: "basic({ realm: 'orders', charset: 'UTF-8' }) takes these two and no others.",
  },
  {
    id: '7617-2.1-charset-value',
    level: 'advice',
    rfc: '7617',
    section: '2.1',
    topic: 'authentication',
    statement: 'The charset of a Basic challenge is UTF-8, in any case; no other value is defined.',
    fields: CHALLENGE_FIELDS,
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'basic')) {
        const charset = paramValue(challenge, 'charset')
        if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
          return fault(
            `The charset of the Basic challenge is ${quoted(charset)}; only UTF-8 is allowed.`,
            response.show(field),
          )
      }
      return undefined
    },
    remedy: "basic({ realm: 'orders', charset: 'UTF-8' }).",
  },
  {
    id: '7617-3-realm-ascii',
    level: 'advice',
    rfc: '7617',
    section: '3',
    topic: 'authentication',
    statement: 'The realm of a Basic challenge is ASCII, as nothing says how to read other characters in it.',
    fields: CHALLENGE_FIELDS,
    decidedBy: 'application',
    check: ({ response }) => {
      for (const { challenge, field } of challengesOf(response, 'basic')) {
        const realm = paramValue(challenge, 'realm')
        if (realm !== undefined && /[^ -~]/.test(realm))
          return fault(
            'The realm has characters beyond ASCII, which browsers show in different ways.',
            response.show(field),
          )
      }
      return undefined
    },
    remedy: "Choose a realm in ASCII: basic({ realm: 'orders' }).",
  },
  {
    id: '7617-4-tls',
    level: 'SHOULD NOT',
    rfc: '7617',
    section: '4',
    topic: 'authentication',
    statement: 'Basic, which sends a readable password with each request, is not asked for without TLS.',
    fields: CHALLENGE_FIELDS,
    needs: ['secure'],
    decidedBy: 'application',
    applies: ({ request }) => isExposed(request),
    check: ({ response }) => {
      const found = challengesOf(response, 'basic')[0]
      return (
        found &&
        fault(
          'Basic is asked for over plain HTTP, so everyone on the way can read the password.',
          response.show(found.field),
        )
      )
    },
    remedy: 'Serve it over https, and answer plain HTTP with a redirect or 403 before any authentication.',
  },
]
