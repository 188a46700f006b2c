import Negotiator from 'negotiator'
import type { ProblemFormat } from './formats.ts'
import { isUnreasonable, remembered } from './remembered.ts'

/** Chooses the format of a problem document by the Accept of a request (RFC 9110 §12.5.1). */
export type Negotiate = (accept: string | undefined) => ProblemFormat

const PROBLEM_JSON = 'application/problem+json'
const JSON_TYPE = 'application/json'

/**
 * Makes the negotiation for the formats that an application offers, in its order of preference.
 *
 * It never fails: an Accept that fits none of them, is broken, longer than 4 kB or lists more than 64 ranges gets the
 * first format. A client that admits JSON at all gets application/problem+json; plain application/json is for those who
 * exclude problem+json, or for applications that offer it by name.
 */
export function createNegotiation(formats: readonly [ProblemFormat, ...ProblemFormat[]]): Negotiate {
  return remembered(formats[0], decider(formats))
}

/** Which of some media types a client asks for by name and likes best; undefined for one that takes anything else as gladly. */
export function preferredType(accept: string | undefined, types: readonly string[]): string | undefined {
  if (accept === undefined || isUnreasonable(accept)) return undefined
  // Fits only a range that fits everything: offered first, it wins where the client names none of the types.
  const anything = 'application/octet-stream'
  const [chosen] = acceptable(accept, [anything, ...types])
  return chosen === anything ? undefined : chosen
}

function decider(formats: readonly [ProblemFormat, ...ProblemFormat[]]): (accept: string) => ProblemFormat {
  const offers = new Map<string, ProblemFormat>()
  // application/json in an Accept means problem+json too, unless the application tells the two apart.
  const impliesJson = !formats.includes(JSON_TYPE)
  for (const format of formats) {
    offers.set(inUtf8(format), format)
    if (format === PROBLEM_JSON && impliesJson) offers.set(inUtf8(JSON_TYPE), PROBLEM_JSON)
  }
  const types = [...offers.keys()]
  return (accept) => {
    const chosen = acceptable(accept, types)[0] ?? ''
    if (impliesJson && chosen === inUtf8(JSON_TYPE) && excludes(accept, PROBLEM_JSON)) return JSON_TYPE
    return offers.get(chosen) ?? formats[0]
  }
}

function acceptable(accept: string, types: string[]): string[] {
  return new Negotiator({ headers: { accept } }).mediaTypes(types)
}

// A range that asks for this charset fits all of them, JSON too, which is in no other (RFC 8259 §8.1).
function inUtf8(format: ProblemFormat): string {
  return `${format}; charset=utf-8`
}

// Not merely unlisted, but given q=0: a range for everything does not bring it back. (In front, because a broken Accept
// may end within quotes.)
function excludes(accept: string, type: string): boolean {
  return acceptable(`*/*;q=0.001, ${accept}`, [type]).length === 0
}
