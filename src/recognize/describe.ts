import { causeChain, isError, isObject, read } from './read.ts'

/**
 * What an operator needs to know of a thrown value: its stack and those of its causes. Never its other properties:
 * errors of HTTP clients hold tokens and cookies there.
 */
export function describeThrown(thrown: unknown): string {
  if (!isObject(thrown)) return `non-error thrown: ${describeValue(thrown)}`
  const lines: string[] = []
  let innermost = thrown
  for (const error of causeChain(thrown)) {
    lines.push(describeObject(error))
    innermost = error
  }
  const rest = read(innermost, 'cause')
  if (rest !== undefined && rest !== null && !isObject(rest)) lines.push(describeValue(rest))
  return lines.join('\n  [cause]: ')
}

function describeObject(object: object): string {
  if (!isError(object)) return 'non-error thrown: an object'
  const stack = read(object, 'stack')
  if (typeof stack === 'string' && stack !== '') return stack
  const name = read(object, 'name')
  const message = read(object, 'message')
  return `${typeof name === 'string' ? name : 'Error'}: ${typeof message === 'string' ? message : '(no message)'}`
}

function describeValue(value: unknown): string {
  return typeof value === 'function' ? 'a function' : String(value)
}
