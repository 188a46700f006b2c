import { type AnyFacts, type HttpProblem, problemFrom, withoutStack } from '../problems/internal.ts'
import { causeChain, isObject, itemsOf, read } from './read.ts'

/** The problem that stands for an error of somebody else's. The error is its cause and has the stack. */
export function foreignProblem(status: number, thrown: unknown, facts: AnyFacts = {}): HttpProblem {
  return withoutStack(() => problemFrom(status, { ...facts, cause: thrown }))
}

/**
 * The message of a foreign error, if the client may see it: only with `expose: true`, and not if the error or one of
 * its causes comes from the operating system. (koa-send exposes `ENOENT: no such file or directory, stat '/srv/…'`.)
 */
export function exposedMessage(thrown: object): string | undefined {
  if (read(thrown, 'expose') !== true || isSystemError(thrown)) return undefined
  const message = read(thrown, 'message')
  return typeof message === 'string' && message !== '' ? message : undefined
}

/** Whether an error, or what caused it, comes from the system below: its message may hold paths and addresses. */
export function isSystemError(thrown: object): boolean {
  return [...causeChain(thrown), ...itemsOf(read(thrown, 'errors')).filter(isObject)].some(
    (error) =>
      read(error, 'errno') !== undefined ||
      read(error, 'syscall') !== undefined ||
      read(error, 'path') !== undefined ||
      isSystemCode(read(error, 'code')),
  )
}

// -2, ENOENT, EBADCSRFTOKEN, ERR_INVALID_ARG_TYPE, SQLITE_CONSTRAINT
function isSystemCode(code: unknown): boolean {
  return typeof code === 'number' || (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code))
}
