import type { ExchangeView, RequestView, ResponseView } from '../../exchange-view.ts'
import { type Challenge, parseChallenges } from '../../grammar/challenges.ts'
import type { Parameter } from '../../grammar/parameters.ts'

/** The fields that challenge. */
export const CHALLENGE_FIELDS = ['www-authenticate', 'proxy-authenticate'] as const

/** A challenge, and the field that it stands in. */
export interface SentChallenge {
  readonly challenge: Challenge
  readonly field: (typeof CHALLENGE_FIELDS)[number]
}

/** The challenges of a response, of one scheme or of all. */
export function challengesOf({ challenges, proxyChallenges }: ResponseView, scheme?: string): readonly SentChallenge[] {
  const all: SentChallenge[] = []
  for (const challenge of challenges ?? []) all.push({ challenge, field: 'www-authenticate' })
  for (const challenge of proxyChallenges ?? []) all.push({ challenge, field: 'proxy-authenticate' })
  return scheme === undefined ? all : all.filter(({ challenge }) => challenge.scheme === scheme)
}

/** The schemes of OAuth: Bearer (RFC 6750) and DPoP (RFC 9449). */
const OAUTH_SCHEMES: readonly string[] = ['bearer', 'dpop']

/** The challenges of the schemes of OAuth in WWW-Authenticate, or of one of them. */
export function oauthChallengesOf(response: ResponseView, only?: 'bearer' | 'dpop'): readonly Challenge[] {
  return (
    response.challenges?.filter(({ scheme }) =>
      only === undefined ? OAUTH_SCHEMES.includes(scheme) : scheme === only,
    ) ?? []
  )
}

/** A parameter of a challenge by its name in lower case. */
export function parameterOf(challenge: Challenge, name: string): Parameter | undefined {
  return challenge.parameters.find((parameter) => parameter.name === name)
}

/** The value of a parameter of a challenge. */
export function paramValue(challenge: Challenge, name: string): string | undefined {
  return parameterOf(challenge, name)?.value
}

/** The values that a parameter has in several challenges. */
export function paramValues(challenges: readonly Challenge[], name: string): readonly string[] {
  return challenges.flatMap((challenge) => paramValue(challenge, name) ?? [])
}

const ERROR_INFORMATION = ['error', 'error_description', 'error_uri']

/** Whether a challenge says what was wrong (RFC 6750 §3). */
export function hasErrorInformation(challenge: Challenge): boolean {
  return challenge.parameters.some(({ name }) => ERROR_INFORMATION.includes(name))
}

/** Whether there are challenges of a scheme of OAuth in WWW-Authenticate, and none of them has an error. */
export function lacksError(response: ResponseView, scheme: 'bearer' | 'dpop'): boolean {
  const challenges = oauthChallengesOf(response, scheme)
  return challenges.length > 0 && paramValues(challenges, 'error').length === 0
}

/** As it is written most. */
export function schemeName({ scheme }: Challenge): string {
  return scheme === 'dpop' ? 'DPoP' : scheme.slice(0, 1).toUpperCase() + scheme.slice(1)
}

/** The scheme of Authorization in lower case, or undefined without one. */
export function schemeUsedBy(request: RequestView): string | undefined {
  return request.get('authorization')?.replace(/ .*/s, '').toLowerCase()
}

/** The scheme of Authorization, where credentials follow it: `Authorization: Bearer` alone has no token. */
export function schemeWithCredentials(request: RequestView): string | undefined {
  return request.get('authorization')?.includes(' ') ? schemeUsedBy(request) : undefined
}

/** The credentials of Authorization, which have the grammar of a challenge (RFC 9110 §11.4); undefined: none by it. */
export function credentialsOf(request: RequestView): Challenge | undefined {
  const credentials = parseChallenges(request.get('authorization'))
  return credentials?.length === 1 ? credentials[0] : undefined
}

/** Whether the same was asked for just before, and refused with a challenge of a scheme: nobody else gets at it. */
export function isProtectedBy(scheme: string, exchange: ExchangeView): boolean {
  const refused = exchange.before(
    ({ request, response }) =>
      response.status === 401 &&
      request.method === exchange.request.method &&
      response.challenges?.some((challenge) => challenge.scheme === scheme) === true,
  )
  return refused !== undefined
}

/** Whether a request had nothing at all that may have been meant to authenticate it. */
export function isAnonymous(request: RequestView): boolean {
  for (const name of request.names())
    if (/auth|token|cookie|dpop|key|signature|session|cert|secret|sec-websocket-protocol/.test(name)) return false
  return !request.target.includes('?') && !hasContent(request)
}

function hasContent(request: RequestView): boolean {
  return (
    Boolean(request.message.contentLength) ||
    request.has('transfer-encoding') ||
    (request.get('content-length') ?? '0') !== '0'
  )
}
