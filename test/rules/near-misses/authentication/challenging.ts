import { answer, exchange } from '../near-miss.ts'

/** A 401 with challenges. */
export const challenge = (...challenges: readonly string[]): string => answer('401 Unauthorized', ...lines(challenges))

/** A 407 with challenges. */
export const proxyChallenge = (...challenges: readonly string[]): string =>
  answer('407 Proxy Authentication Required', ...challenges.map((one) => `Proxy-Authenticate: ${one}`))

/** A 401 with challenges to a request with a field. */
export const challengeTo = (field: string, ...challenges: readonly string[]): string =>
  exchange('GET / HTTP/1.1', [field], 'HTTP/1.1 401 Unauthorized', lines(challenges))

/** A 401 to a GET with a challenge, and a request with its answer after it. */
export const afterChallenge = (
  challenged: string,
  requestFields: readonly string[],
  target = '/',
  status = '200 OK',
): string =>
  [challenge(challenged), exchange(`GET ${target} HTTP/1.1`, requestFields, `HTTP/1.1 ${status}`, [])].join('\n')

const lines = (challenges: readonly string[]): readonly string[] => challenges.map((one) => `WWW-Authenticate: ${one}`)
