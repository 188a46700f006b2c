import { basic, bearer, DEFAULT_REALM, type Fields, formatAllow, formatChallenge } from '../headers/index.ts'
import { type HttpProblem, problemFrom, withoutStack } from '../problems/internal.ts'
import { ask, type Drop, isText } from '../recognize/index.ts'
import { isErrorStatus, type OwedField, statusOf } from '../status/index.ts'
import { say } from '../text/index.ts'
import type { FieldMap } from './field-map.ts'
import type { Policy } from './options.ts'
import { problemFields } from './problem-fields.ts'
import { toldOfToken } from './refused-token.ts'
import { type RequestLike, requestField } from './request.ts'

/** A problem that lacks nothing, with its header fields. */
export interface Completed {
  readonly problem: HttpProblem
  readonly fields: FieldMap
}

/**
 * Supplies the field that a status owes where the error lacks it: from the `fallbacks`, else the least that is right,
 * with a warning once per rule, since the application could say more. Where without the field the status must not be
 * sent, another problem takes its place.
 */
export function complete(problem: HttpProblem, request: RequestLike, policy: Policy, drop: Drop): Completed {
  if (problem.status === 426 && !hasUpgrade(request)) return complete(withoutUpgrade(problem), request, policy, drop)
  const fields = problemFields(problem, drop)
  const owed = owedBy(problem.status)
  if (owed !== undefined && lacks(fields, owed)) {
    const value = supply(owed, request, policy, drop)
    if (value !== undefined) fields.set(owed, value)
    else {
      warnOfLack(problem.status, owed, policy)
      const lack = lacking[owed]
      if ('instead' in lack) return complete(substitute(lack.instead, problem), request, policy, drop)
      fields.set(owed, lack.least(request))
    }
  }
  // RFC 9112 §9.6: a client that was too slow has not sent all of its request.
  if (problem.status === 408) fields.set('Connection', 'close')
  const retryAfter = policy.fallbacks['Retry-After']
  if (retryAfter !== undefined && isTemporary(problem.status) && !fields.has('retry-after')) {
    fields.set('Retry-After', retryAfter)
  }
  return { problem, fields }
}

/**
 * The fields that a response of this status is to have and that can be supplied: the one that it owes, and a Retry-After
 * that is configured. For responses that somebody wrote without them.
 */
export function supplied(status: number, request: RequestLike, policy: Policy, drop: Drop): Fields {
  const fields: Record<string, string | readonly string[]> = {}
  const owed = owedBy(status)
  if (owed !== undefined) {
    let value = supply(owed, request, policy, drop)
    if (value === undefined) {
      warnOfLack(status, owed, policy)
      const lack = lacking[owed]
      if ('least' in lack) value = lack.least(request)
    }
    if (value !== undefined) fields[owed] = value
  }
  const retryAfter = policy.fallbacks['Retry-After']
  if (retryAfter !== undefined && isTemporary(status)) fields['Retry-After'] = retryAfter
  return fields
}

// No error owes an ETag: that of a 226 is up to who makes the reply.
function owedBy(status: number): OwedField | undefined {
  const [field] = isErrorStatus(status) ? (statusOf(status)?.must ?? []) : []
  return field as OwedField | undefined
}

function supply(
  owed: OwedField,
  request: RequestLike,
  policy: Policy,
  drop: Drop,
): string | readonly string[] | undefined {
  if (owed === 'WWW-Authenticate') return toldOfToken(policy.fallbacks[owed], request)
  if (owed !== 'Allow') return policy.fallbacks[owed]
  const { allow } = policy
  if (allow === undefined) return undefined
  return ask('allow', isText, () => formatOthers(allow(request), request), drop)
}

// RFC 9110 §15.5.6: Allow does not list the method that is being refused.
function formatOthers(methods: readonly string[] | undefined, { method }: RequestLike): string | undefined {
  // Who refuses HEAD refuses GET.
  const refused = method === 'HEAD' ? ['HEAD', 'GET'] : [method]
  return methods === undefined ? undefined : formatAllow([...methods].filter((other) => !refused.includes(other)))
}

function warnOfLack(status: number, owed: OwedField, policy: Policy): void {
  policy.warn(`a ${status} came without ${owed}, which RFC 9110 requires: ${lacking[owed].remedy}`)
}

// Of the fields that a status can owe, Allow alone may be empty: no methods at all (RFC 9110 §10.2.1).
function lacks(fields: FieldMap, owed: OwedField): boolean {
  const value = fields.get(owed.toLowerCase())
  return value === undefined || (String(value) === '' && owed !== 'Allow')
}

function substitute(status: number, problem: HttpProblem): HttpProblem {
  return withoutStack(() => problemFrom(status, { cause: problem }))
}

/** What becomes of an error that lacks a field: another status takes its place, or the field says the least that is right. */
type Lack = { readonly remedy: string } & (
  | { readonly instead: number }
  | { readonly least: (request: RequestLike) => string }
)

const lacking: Readonly<Record<OwedField, Lack>> = {
  'WWW-Authenticate': {
    remedy: 'throw Unauthorized({ challenges }), or set fallbacks.challenges',
    least: leastChallenge,
  },
  // Credentials for a proxy are the business of a gateway's own upstream.
  'Proxy-Authenticate': {
    remedy: 'throw ProxyAuthenticationRequired({ challenges }), or set fallbacks.proxyChallenges',
    instead: 502,
  },
  // No methods at all, which is not the same as no Allow (RFC 9110 §10.2.1).
  Allow: { remedy: 'throw MethodNotAllowed({ allow }), or set the option "allow"', least: () => '' },
  // No protocol can be made up.
  Upgrade: { remedy: 'throw UpgradeRequired({ protocols }), or set fallbacks.upgrade', instead: 500 },
}

function hasUpgrade({ httpVersion = '1.1' }: RequestLike): boolean {
  return httpVersion.startsWith('1')
}

// From HTTP/2 on there is no Upgrade (RFC 9113 §8.2.2), without which there is no 426. What 505 has to say is the same: not
// in this version, and what else there is (RFC 9110 §15.6.6).
function withoutUpgrade(problem: HttpProblem): HttpProblem {
  const { Upgrade: protocols } = problem.headers
  const detail =
    protocols === undefined ? say('needs-upgrade') : say('needs-upgrade-to', { protocols: String(protocols) })
  return withoutStack(() => problemFrom(505, { detail, cause: problem }))
}

// The statuses whose definition offers Retry-After (RFC 6585 §4, RFC 9110 §15.6.4).
function isTemporary(status: number): boolean {
  return status === 429 || status === 503
}

/**
 * A challenge in the scheme that the client already speaks, if we can speak it, else Bearer: it is registered, and no
 * browser asks its user for a token. Its realm is a constant: one made of Host or path would let the client write it.
 */
function leastChallenge(request: RequestLike): string {
  const [scheme = ''] = (requestField(request, 'authorization') ?? '').split(' ', 1)
  if (/^basic$/i.test(scheme)) return formatChallenge(basic({ realm: DEFAULT_REALM }))
  return String(toldOfToken(formatChallenge(bearer({ realm: DEFAULT_REALM })), request))
}
