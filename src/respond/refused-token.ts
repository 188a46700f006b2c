import { type RequestLike, requestField } from './request.ts'

/**
 * Challenges that were made before there was a request: who sent a token learns from the challenge of its scheme that it
 * was refused, and nobody else (RFC 6750 §3, §3.1, RFC 9449 §7.1).
 *
 * @param challenges one for each line
 */
export function toldOfToken(
  challenges: string | readonly string[] | undefined,
  request: RequestLike,
): string | readonly string[] | undefined {
  const scheme = /^(bearer|dpop) +[^ ]/i.exec(requestField(request, 'authorization') ?? '')?.[1]?.toLowerCase()
  if (scheme === undefined || challenges === undefined) return challenges
  const tell = (challenge: string): string =>
    challenge.toLowerCase().startsWith(`${scheme} `) && !HAS_ERROR.test(challenge)
      ? `${challenge}, error="invalid_token"`
      : challenge
  return typeof challenges === 'string' ? tell(challenges) : challenges.map(tell)
}

/** Of a parameter, or within the text of one: then the application has something else to say. */
const HAS_ERROR = /[ ,]error=/i
