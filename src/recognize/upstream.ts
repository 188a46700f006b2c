import type { HttpProblem } from '../problems/internal.ts'
import { foreignProblem } from './foreign.ts'
import { causeChain, fieldsOf, isObject, read } from './read.ts'

/**
 * Errors of HTTP clients (axios, got, ky, superagent, undici, fetch): an upstream server's failure is not ours, whatever
 * status the error carries. For our client it is a 502, or a 504 where the upstream was too slow (RFC 9110 §15.6.3,
 * §15.6.5). Nothing of it is copied: it may hold tokens, addresses and the upstream's own secrets.
 */
export function fromUpstream(thrown: Error): HttpProblem | undefined {
  if (!isUpstreamError(thrown)) return undefined
  return foreignProblem(causeChain(thrown).some(isTimeout) ? 504 : 502, thrown)
}

function isUpstreamError(thrown: Error): boolean {
  return (
    isPresent(read(thrown, 'response')) ||
    isPresent(read(thrown, 'request')) ||
    isPresent(read(thrown, 'config')) ||
    read(thrown, 'isAxiosError') === true ||
    fieldsOf(read(thrown, 'headers')).some(([name]) => isMessageField(name)) ||
    isFetchError(thrown)
  )
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null
}

// Fields of a whole message, such as clients hang onto their errors. Content-Range is what `send` adds to its 416.
function isMessageField(name: string): boolean {
  return /^(?:set-cookie|connection|transfer-encoding|content-(?!range$|security-policy).*)$/i.test(name)
}

// fetch() rejects with a bare TypeError, also where the content breaks off; undici says more in its cause, and in the
// codes of its own errors.
function isFetchError(thrown: Error): boolean {
  const code = read(thrown, 'code')
  if (typeof code === 'string' && code.startsWith('UND_ERR_')) return true
  const message = read(thrown, 'message')
  if (message === 'fetch failed' || message === 'terminated') return isObject(read(thrown, 'cause'))
  return isSignalTimeout(thrown)
}

const TIMEOUT_ERR = 23

// What AbortSignal.timeout() ends, such as a fetch, rejects with this DOMException.
function isSignalTimeout(thrown: Error): boolean {
  return read(thrown, 'name') === 'TimeoutError' && read(thrown, 'code') === TIMEOUT_ERR
}

function isTimeout(error: object): boolean {
  const code = read(error, 'code')
  return (
    (typeof code === 'string' && /^(?:E(?:SOCKET)?TIMEDOUT|ECONNABORTED|UND_ERR_\w+_TIMEOUT)$/.test(code)) ||
    read(error, 'name') === 'TimeoutError'
  )
}
