import { audit, select } from '../../src/audit/index.ts'
import type { Exchange, Rule } from '../../src/rules/index.ts'
import { announcesClose, type Talk } from '../talk.ts'
import type { Fault } from './fault.ts'
import { mayBeCut } from './framing.ts'

/**
 * What others break, in answers that pass through us as they are: the package cors repeats what it was sent, and those that
 * compress know gzip by one name only.
 */
const OTHERS: readonly (readonly [rule: string, evidence: RegExp])[] = [
  ['9110-5.6.2-list-members-tokens', /^Access-Control-Allow-Headers:/m],
  ['9110-8.4.1.3-x-gzip-alias', /^Content-Encoding: gzip$/m],
]

const isBinding = select({ level: 'SHOULD', ignore: [], decidedBy: 'server' })
const isWanted = (rule: Rule): boolean => rule.level !== 'advice' && isBinding(rule)

/** The rules that the responses break. */
export function ruleFaults(talk: Talk): Fault[] {
  // Node tells a target that is too long from too many fields only where it came in one packet, which TCP may split.
  const isKnown = (id: string): boolean =>
    id !== '9112-3-414' && !(id === '9112-9.6-close-announced' && hasPreface(talk))
  return exchangesOf(talk).flatMap((exchange) => {
    const target = exchange.request?.target ?? ''
    return audit(exchange, isWanted)
      .filter(({ rule }) => isKnown(rule.id))
      .filter(({ rule, evidence }) => !OTHERS.some(([id, of]) => id === rule.id && of.test(String(evidence))))
      .map(({ rule, what, evidence }) => ({
        kind: rule.id,
        what: `${rule.level}: ${what} (${exchange.request?.method} ${target.slice(0, 80)} → ${exchange.response.status})\n${evidence}`,
      }))
  })
}

/** To PRI, Node cuts the connection, whatever is still to be answered on it. */
function hasPreface({ reading: { requests, tailMethod } }: Talk): boolean {
  return tailMethod === 'PRI' || requests.some(({ request }) => request.method === 'PRI')
}

function exchangesOf(talk: Talk): Exchange[] {
  const { reading, responses, closed, clientEnded } = talk
  return responses.map((response, index): Exchange => {
    const { version, status, reason, fields, raw, body, trailers, isComplete, interim } = response
    const sent = reading.requests[index]
    const isLast = index === responses.length - 1
    // What broke the content came, for all one knows, when the response was out.
    const isKnown = !clientEnded && sent?.content !== 'broken' && !mayBeCut(talk, index + 1)
    return {
      // Content that is no message says nothing of what was answered to it: the server has it from elsewhere.
      request: sent?.content === 'broken' ? undefined : sent?.request,
      interim,
      response: {
        version,
        status,
        reason,
        fields,
        head: raw,
        content: isComplete ? new Uint8Array(body.buffer, body.byteOffset, body.length) : undefined,
        trailers,
        complete: isComplete,
        surplus: 0,
        closed: isLast ? (isKnown ? closed === 'fin' || announcesClose(response) : undefined) : false,
      },
    }
  })
}
