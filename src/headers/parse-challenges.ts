import { type Challenge, challengeAsSent } from './challenge.ts'
import { combine, Scanner } from './scan.ts'

const TOKEN68 = /[A-Za-z0-9._~+/-]+=*/y

/**
 * Reads WWW-Authenticate or Proxy-Authenticate: any number of challenges in any number of field lines (RFC 9110 §11.6.1).
 * Empty list members and whitespace around `=` are let through.
 * @returns The challenges in order, names of parameters in lower case; `undefined` for bad syntax, and where a challenge
 * has a parameter twice (RFC 9110 §11.2). One that lacks what its scheme requires is read, but `formatChallenge` refuses it.
 * @example parseChallenges('Basic realm="a", Negotiate')?.map(({ scheme }) => scheme) // ['Basic', 'Negotiate']
 */
export function parseChallenges(value: string | readonly string[]): Challenge[] | undefined {
  const scanner = new Scanner(combine(value))
  const challenges: Challenge[] = []
  for (;;) {
    skipToMember(scanner)
    if (scanner.done) return challenges
    const scheme = scanner.token()
    const rest = parseRest(scanner)
    if (scheme === undefined || rest === undefined) return undefined
    challenges.push(challengeAsSent(scheme, rest))
  }
}

type Params = Record<string, string>

/** The token68 or the parameters after a scheme, up to the next challenge. */
function parseRest(scanner: Scanner): Params | string | undefined {
  // Without a space no parameter can belong to the scheme: `Bearer, realm=x` is no challenge (RFC 9110 §11.3).
  if (!scanner.take(' ')) return endsMember(scanner) ? {} : undefined
  scanner.skipWhitespace()
  const start = scanner.position
  const token68 = scanner.match(TOKEN68)
  if (token68 !== undefined && endsMember(scanner)) return token68
  scanner.position = start
  return parseParams(scanner)
}

function parseParams(scanner: Scanner): Params | undefined {
  const params: Params = Object.create(null)
  // A parameter may follow the scheme at once, the next challenge only after a comma.
  let separated = endsMember(scanner)
  for (;;) {
    skipToMember(scanner)
    const start = scanner.position
    const name = scanner.token()?.toLowerCase()
    scanner.skipWhitespace()
    if (name === undefined || !scanner.take('=')) {
      scanner.position = start
      return separated ? params : undefined
    }
    scanner.skipWhitespace()
    const value = scanner.tokenOrQuotedString()
    separated = endsMember(scanner)
    if (value === undefined || name in params || !separated) return undefined
    params[name] = value
  }
}

/** Whether a list member ends here: with a comma, which stays, or with the text. */
function endsMember(scanner: Scanner): boolean {
  scanner.skipWhitespace()
  return scanner.done || scanner.text[scanner.position] === ','
}

/** Steps over empty list members. */
function skipToMember(scanner: Scanner): void {
  do scanner.skipWhitespace()
  while (scanner.take(','))
}
