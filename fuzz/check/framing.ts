import type { Reading } from '../read/requests.ts'
import { announcesClose, owed, type Talk } from '../talk.ts'
import type { Fault } from './fault.ts'

/** What is wrong with where responses begin and end, how many they are, and how the connection ended. */
export function framingFaults(talk: Talk): Fault[] {
  const { reading, responses, malformed, closed } = talk
  const faults: Fault[] = []
  const add = (kind: string, what: string): void => void faults.push({ kind, what })
  if (malformed !== undefined) add('malformed', malformed)
  if (closed === 'hang') add('hang', `Nothing comes any more, nor does the connection end; ${counted(talk)}.`)
  if (malformed === undefined && closed !== 'hang') faults.push(...endFaults(talk))
  for (const [index, response] of responses.entries()) {
    const request = reading.requests[index]
    const isLast = index === responses.length - 1
    if (announcesClose(response) && !isLast) add('after close', 'A response follows one that has announced the end.')
    if (!response.isComplete && !mayBeCut(talk, index))
      add('cut', `The response to ${lineOf(reading, index)} is cut; ${counted(talk)}.`)
    if (response.version !== '1.1') add('version', `A response is one of HTTP/${response.version}.`)
    const most = request?.expectsContinue === true ? 1 : 0
    if (response.interim.length > most || response.interim.some(({ status }) => status !== 100)) {
      add(
        'interim',
        `${lineOf(reading, index)} gets ${response.interim.map(({ status }) => status)} before its response.`,
      )
    }
    if (response.status === 101) add('switched', 'Nobody here speaks another protocol.')
    if (request === undefined && response.status < 400) {
      add('accepted', `What is no request gets a ${response.status}; it begins with ${lineOf(reading, index)}.`)
    }
  }
  return faults
}

function endFaults(talk: Talk): Fault[] {
  const { plan, reading, responses, clientEnded, closed } = talk
  const last = responses.at(-1)
  const hasAnnounced = last !== undefined && (announcesClose(last) || !last.isComplete)
  // Behind others, what is cut has not even begun.
  if (plan.ends === 'at once' || hasAnnounced || mayBeCut(talk, responses.length)) return []
  if (isSilentlyClosed(reading, responses.length)) return []
  if (responses.length < owed(reading)) {
    return [{ kind: 'unanswered', what: `The connection ended (${closed}) without all answers; ${counted(talk)}.` }]
  }
  if (!clientEnded && (reading.tail === 'nothing' || reading.tail === 'unfinished')) {
    return [{ kind: 'closed', what: `The server has ended the connection (${closed}) without saying so.` }]
  }
  return []
}

/**
 * TLS at the plain port is closed without a word: its client would not understand one. And to PRI, which is no method of
 * HTTP/1, Node itself cuts the connection, with all that is still to be answered on it.
 */
function isSilentlyClosed({ requests, tail, tailMethod }: Reading, answered: number): boolean {
  if (tailMethod === 'PRI' || requests.some(({ request }) => request.method === 'PRI')) return true
  return tail === 'broken' && answered === requests.length && tailMethod.startsWith('\x16')
}

/**
 * A client that leaves, or whose request turns out not to be one while it is answered, is owed nothing; and one stream of
 * the applications fails on purpose.
 */
export function mayBeCut({ plan, reading }: Talk, index: number): boolean {
  const { request, content } = reading.requests[index] ?? {}
  const isBroken = content === 'broken' || content === 'unfinished'
  return plan.ends === 'at once' || isBroken || /year=2024/.test(request?.target ?? '') || hasLongExtension(plan)
}

/** More than Node reads of a chunk extension, perhaps when the response is out. */
function hasLongExtension({ packets }: Talk['plan']): boolean {
  return /;[^\r\n]{10000}/.test(Buffer.concat(packets).toString('latin1'))
}

function counted({ reading, responses, closed, clientEnded }: Talk): string {
  const { requests, tail, tailMethod } = reading
  const then = tail === 'nothing' ? '' : `, then ${JSON.stringify(tailMethod)} (${tail})`
  const content = requests.at(-1)?.content
  const end = `${closed}${clientEnded ? ' after the client' : ''}`
  return `${requests.length} requests (the last ${content})${then}, ${responses.length} responses, ${end}`
}

function lineOf({ requests, tailMethod }: Reading, index: number): string {
  const request = requests[index]?.request
  return request === undefined ? JSON.stringify(tailMethod) : `${request.method} ${request.target.slice(0, 80)}`
}
