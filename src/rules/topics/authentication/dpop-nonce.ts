import { statusOf } from '../../../status/index.ts'
import type { ResponseView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import { isDpopNonce } from '../../grammar/oauth.ts'
import type { Rule } from '../../rule.ts'
import { staysFresh } from '../../shared/cacheability.ts'
import { oauthChallengesOf, paramValues } from './challenges-of.ts'
import { jsonMemberOf } from './oauth-content.ts'

/** The nonces of DPoP (RFC 9449 §8 and §9). */
export const dpopNonceRules: readonly Rule[] = [
  {
    id: '9449-8-nonce-once',
    level: 'MUST NOT',
    rfc: '9449',
    section: '8',
    topic: 'authentication',
    statement: 'A response has at most one DPoP-Nonce.',
    fields: ['dpop-nonce'],
    needs: ['lines'],
    check: ({ response }) => {
      const count = response.all('dpop-nonce').length
      return count > 1
        ? fault(`There are ${count} DPoP-Nonce lines, and the client can use only one.`, response.show('dpop-nonce'))
        : undefined
    },
    remedy: "Set it once, with res.set('DPoP-Nonce', nonce) and not with res.append().",
  },
  {
    id: '9449-8-nonce-unpredictable',
    level: 'MUST',
    rfc: '9449',
    section: '8',
    topic: 'authentication',
    statement: 'Nobody can predict a DPoP-Nonce: it is neither a counter nor a time.',
    fields: ['dpop-nonce'],
    check: ({ response, earlier }) => {
      const [nonce] = numericNonces(response)
      if (nonce === undefined) return undefined
      const { date = Number.NaN } = response
      const number = Number(nonce)
      if (Math.abs(number - date) <= 5000 || Math.abs(number * 1000 - date) <= 5000)
        return fault(`The nonce ${quoted(nonce)} is the time of the response.`, response.show('dpop-nonce', 'date'))
      const previous = earlier
        .flatMap((one) => numericNonces(one.response))
        .find((other) => other !== nonce && Math.abs(number - Number(other)) <= 16)
      if (previous === undefined) return undefined
      return fault(
        `The nonce ${quoted(nonce)} follows ${quoted(previous)}: it is a counter.`,
        response.show('dpop-nonce'),
      )
    },
    remedy: "res.set('DPoP-Nonce', randomBytes(16).toString('base64url')), or a time that is encrypted.",
  },
  {
    id: '9449-8.1-nonce-syntax',
    level: 'advice',
    rfc: '9449',
    section: '8.1',
    topic: 'authentication',
    statement: 'A DPoP-Nonce is printable ASCII without quotes, backslashes and spaces.',
    fields: ['dpop-nonce'],
    check: ({ response }) => {
      const wrong = response.all('dpop-nonce').find((nonce) => !isDpopNonce(nonce))
      if (wrong === undefined) return undefined
      return fault(
        `The nonce ${quoted(wrong)} is empty, or has quotes, spaces or other characters that it can't have.`,
        response.show('dpop-nonce'),
      )
    },
    remedy: "res.set('DPoP-Nonce', randomBytes(16).toString('base64url')).",
  },
  {
    id: '9449-8.2-uncacheable',
    level: 'advice',
    rfc: '9449',
    section: '8.2',
    topic: 'authentication',
    statement: 'A response with a DPoP-Nonce is not stored by caches.',
    fields: ['dpop-nonce'],
    applies: ({ request }) => request.method === 'GET' || request.method === 'HEAD',
    check: ({ response }) =>
      mayBeReused(response)
        ? fault(
            'A cache may keep this response and give an old nonce out again: it has a DPoP-Nonce, but no no-store.',
            response.show('dpop-nonce', 'cache-control', 'expires'),
          )
        : undefined,
    remedy: "res.set('Cache-Control', 'no-store').",
  },
  {
    id: '9449-9-use-nonce',
    level: 'advice',
    rfc: '9449',
    section: '9',
    topic: 'authentication',
    statement:
      'A resource that wants a nonce answers 401, with use_dpop_nonce in the DPoP challenge and with the nonce in DPoP-Nonce.',
    fields: ['www-authenticate'],
    check: ({ response }) => {
      if (!paramValues(oauthChallengesOf(response, 'dpop'), 'error').includes('use_dpop_nonce')) return undefined
      if (!response.has('dpop-nonce'))
        return fault(
          'The challenge asks for a nonce, but there is no DPoP-Nonce that has it.',
          response.show('www-authenticate'),
        )
      if (response.status === 401) return undefined
      return fault(
        `The challenge asks for a nonce, which goes with 401, but the status is ${response.status}.`,
        response.show('www-authenticate'),
      )
    },
    remedy:
      "throw new Unauthorized({ challenges: [dpop({ algs, error: 'use_dpop_nonce' })], headers: { 'DPoP-Nonce': nonce } }).",
  },
  {
    id: '9449-8-as-use-nonce',
    level: 'advice',
    rfc: '9449',
    section: '8',
    topic: 'authentication',
    statement:
      'A token endpoint that wants a nonce answers 400, with use_dpop_nonce in the content and the nonce in DPoP-Nonce.',
    status: ['4xx'],
    needs: ['content'],
    applies: ({ request, response }) => request.method === 'POST' && !response.has('www-authenticate'),
    check: ({ response }) => {
      if (jsonMemberOf(response, 'error') !== 'use_dpop_nonce') return undefined
      if (!response.has('dpop-nonce'))
        return fault('The content asks for a nonce, but there is no DPoP-Nonce that has it.', response.line)
      if (response.status === 400) return undefined
      return fault(
        `The content asks for a nonce, which goes with 400, but the status is ${response.status}.`,
        response.line,
      )
    },
    remedy: "res.status(400).set('DPoP-Nonce', nonce).json({ error: 'use_dpop_nonce' }).",
  },
]

/** Those that may be a counter or a time. */
function numericNonces(response: ResponseView): readonly string[] {
  return response.all('dpop-nonce').filter(isDigits)
}

/**
 * Whether a cache, be it a shared one or that of a client, may use it again without asking, by what the response says or
 * by its status (RFC 9111 §3, §4.2).
 */
function mayBeReused(response: ResponseView): boolean {
  if (response.hasDirective('no-store') || response.hasDirective('no-cache')) return false
  const byDefault = response.hasDirective('public') || statusOf(response.status)?.cacheable === true
  return (staysFresh(response) ?? byDefault) || (staysFresh(response, ['max-age']) ?? byDefault)
}
