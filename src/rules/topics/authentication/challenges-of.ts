import type { RequestView, ResponseView } from '../../exchange-view.ts'
import { type Challenge, parseChallenges } from '../../grammar/challenges.ts'
import type { Parameter } from '../../grammar/parameters.ts'

/** The fields that challenge. */
export const CHALLENGE_FIELDS = ['www-authenticate', 'proxy-authenticate'] as const

/** A challenge, and the field that it stands in. */
export interface SentChallenge {
  readonly challenge: Challenge
  readonly field: (typeof CHALLENGE_FIELDS)[number]
}

/** Those of a response, and the same by scheme. */
interface SentChallenges {
  readonly all: readonly SentChallenge[]
  readonly byScheme: ReadonlyMap<string, readonly SentChallenge[]>
  readonly oauth: readonly Challenge[]
}

const NONE: readonly SentChallenge[] = []
const sent = new WeakMap<ResponseView, SentChallenges>()

/** The challenges of a response, of one scheme or of all. */
export function challengesOf(response: ResponseView, scheme?: string): readonly SentChallenge[] {
  const { all, byScheme } = sentBy(response)
  return scheme === undefined ? all : (byScheme.get(scheme) ?? NONE)
}

/** The challenges of the schemes of OAuth in WWW-Authenticate: Bearer (RFC 6750) and DPoP (RFC 9449). */
export function oauthChallengesOf(response: ResponseView): readonly Challenge[] {
  return sentBy(response).oauth
}

/** Most rules of this topic ask for them, so they are put in order once. */
function sentBy(response: ResponseView): SentChallenges {
  const known = sent.get(response)
  if (known !== undefined) return known
  const all: SentChallenge[] = []
  for (const challenge of response.challenges ?? []) all.push({ challenge, field: 'www-authenticate' })
  for (const challenge of response.proxyChallenges ?? []) all.push({ challenge, field: 'proxy-authenticate' })
  const byScheme = new Map<string, SentChallenge[]>()
  for (const each of all) {
    const others = byScheme.get(each.challenge.scheme)
    if (others === undefined) byScheme.set(each.challenge.scheme, [each])
    else others.push(each)
  }
  const oauth = (response.challenges ?? []).filter(({ scheme }) => scheme === 'bearer' || scheme === 'dpop')
  const found = { all, byScheme, oauth }
  sent.set(response, found)
  return found
}

/** A parameter of a challenge by its name in lower case. */
export function parameterOf(challenge: Challenge, name: string): Parameter | undefined {
  return challenge.parameters.find((parameter) => parameter.name === name)
}

/** The value of a parameter of a challenge. */
export function paramValue(challenge: Challenge, name: string): string | undefined {
  return parameterOf(challenge, name)?.value
}

/** Whether a challenge says what was wrong (RFC 6750 §3). */
export function hasErrorInformation(challenge: Challenge): boolean {
  return challenge.parameters.some(
    ({ name }) => name === 'error' || name === 'error_description' || name === 'error_uri',
  )
}

/** As it is written most. */
export function schemeName({ scheme }: Challenge): string {
  return scheme === 'dpop' ? 'DPoP' : scheme.slice(0, 1).toUpperCase() + scheme.slice(1)
}

/** The scheme of Authorization in lower case, or undefined without one. */
export function schemeUsedBy(request: RequestView): string | undefined {
  return request.get('authorization')?.split(' ', 1)[0]?.toLowerCase()
}

/** The scheme of Authorization, where credentials follow it: `Authorization: Bearer` alone has no token. */
export function schemeWithCredentials(request: RequestView): string | undefined {
  const scheme = schemeUsedBy(request)
  return scheme !== undefined && request.get('authorization')?.slice(scheme.length).trim() ? scheme : undefined
}

/** The credentials of Authorization, which have the grammar of a challenge (RFC 9110 §11.4); undefined: none by it. */
export function credentialsOf(request: RequestView): Challenge | undefined {
  const credentials = parseChallenges(request.get('authorization'))
  return credentials?.length === 1 ? credentials[0] : undefined
}

/** Whether a request had nothing at all that may have been meant to authenticate it. */
export function isAnonymous(request: RequestView): boolean {
  for (const name of request.names())
    if (/auth|token|cookie|dpop|key|signature|session|cert|secret|sec-websocket-protocol/.test(name)) return false
  return (
    !request.target.includes('?') && !(Number(request.message.contentLength ?? 0) > 0) && !request.has('content-length')
  )
}
