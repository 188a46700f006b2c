import { BRAND, HttpProblem, isExtensionName, messageOf, problemFrom, withoutStack } from '../problems/internal.ts'
import { isErrorStatus } from '../status/index.ts'
import { fieldsOf, isObject, isText, itemsOf, namesOf, read } from './read.ts'

/** An HttpProblem stays itself; one of another copy of this package becomes one of ours. */
export function ownProblem(thrown: unknown): HttpProblem | undefined {
  if (!isObject(thrown)) return undefined
  const status = read(thrown, 'status')
  if (!isErrorStatus(status)) return undefined
  if (isOurs(thrown)) return thrown
  const brand = read(thrown, BRAND)
  if (brand !== 'shown' && brand !== 'named' && brand !== 'withheld') return undefined
  return withoutStack(() => adopt(thrown, status, brand === 'withheld'))
}

/** The same problem with another status; what `about:blank` calls it is the name of that. */
export function withStatus(problem: HttpProblem, status: number): HttpProblem {
  return withoutStack(() => adopt(problem, status, read(problem, BRAND) === 'withheld'))
}

function isOurs(thrown: object): thrown is HttpProblem {
  try {
    return thrown instanceof HttpProblem
  } catch {
    return false
  }
}

function adopt(theirs: object, status: number, withheld: boolean): HttpProblem {
  const type = textIn(theirs, 'type')
  return problemFrom(status, {
    message: textIn(theirs, 'message'),
    detail: messageOf(theirs, 'detail') ?? textIn(theirs, 'detail'),
    instance: textIn(theirs, 'instance'),
    extensions: extensionsOf(read(theirs, 'extensions')),
    headers: Object.fromEntries(fieldsOf(read(theirs, 'headers')).flatMap(linesOf)),
    cause: theirs,
    ...(type === undefined ? {} : { type, title: messageOf(theirs, 'title') ?? textIn(theirs, 'title') }),
    ...(withheld ? { expose: false } : {}),
  })
}

function textIn(object: object, name: string): string | undefined {
  const value = read(object, name)
  return typeof value === 'string' ? value : undefined
}

function extensionsOf(theirs: unknown): Record<string, unknown> {
  if (!isObject(theirs)) return {}
  return Object.fromEntries(
    namesOf(theirs)
      .filter(isExtensionName)
      .map((name) => [name, read(theirs, name)]),
  )
}

type Lines = string | readonly string[]

function linesOf([name, value]: readonly [string, unknown]): readonly (readonly [name: string, value: Lines])[] {
  if (isText(value)) return [[name, value]]
  const lines = itemsOf(value)
  return lines.length > 0 && lines.every(isText) ? [[name, lines]] : []
}
