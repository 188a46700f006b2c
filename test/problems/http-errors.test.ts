import createError from 'http-errors'
import createError1 from 'http-errors1'
import { beforeAll, describe, expect, it } from 'vitest'
import { HttpProblem, NotFound, problemFrom } from '../../src/problems/index.ts'
import { classes, make } from './classes.ts'

const versions: readonly (readonly [version: string, isHttpError: (value: unknown) => boolean])[] = [
  ['2', createError.isHttpError],
  ['1.8', createError1.isHttpError],
]

const each = classes.flatMap(([status, name]) => versions.map(([version, is]) => [status, name, version, is] as const))

it('http-errors is there in two versions', () => {
  expect(createError1.HttpError).not.toBe(createError.HttpError)
})

describe('without an adapter', () => {
  it.each(each)('%i %s is an http error to isHttpError of http-errors %s', (status, _name, _version, isHttpError) => {
    expect(isHttpError(make(status))).toBe(true)
  })

  it.each(versions)('an unregistered status is one to isHttpError of http-errors %s', (_version, isHttpError) => {
    expect(isHttpError(problemFrom(499))).toBe(true)
  })

  it('a problem is an Error of nobody else', () => {
    expect(new NotFound()).not.toBeInstanceOf(createError.HttpError)
  })
})

describe('with an adapter', () => {
  const before = make(404)

  beforeAll(async () => {
    await import('../../adapters/express/index.ts')
    await import('../../adapters/koa/index.ts')
  })

  it.each(classes)('%i %s is an instance of HttpError of http-errors 2', (status) => {
    expect(make(status)).toBeInstanceOf(createError.HttpError)
  })

  it.each(classes)('%i %s is still an HttpProblem and an Error', (status, _name, Problem) => {
    expect(make(status)).toBeInstanceOf(Problem)
    expect(make(status)).toBeInstanceOf(HttpProblem)
    expect(make(status)).toBeInstanceOf(Error)
  })

  it('so are problems that were made before it was loaded', () => {
    expect(before).toBeInstanceOf(createError.HttpError)
    expect(before).toBeInstanceOf(NotFound)
  })

  it.each(each)('%i %s is still one to isHttpError of http-errors %s', (status, _name, _version, isHttpError) => {
    expect(isHttpError(make(status))).toBe(true)
  })

  it('problems keep their names and messages', () => {
    expect(String(new NotFound('x'))).toBe('NotFoundError: x')
    expect(String(problemFrom(499, 'x'))).toBe('HttpProblem: x')
    expect(new NotFound('x').stack).toMatch(/^NotFoundError: x\n/)
  })

  it('errors of http-errors are no HttpProblems', () => {
    expect(createError(404)).not.toBeInstanceOf(HttpProblem)
  })
})
