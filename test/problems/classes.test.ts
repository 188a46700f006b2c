import createError from 'http-errors'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as problems from '../../src/problems/index.ts'
import { type ErrorStatus, HttpProblem } from '../../src/problems/index.ts'
import { type ClientErrorCode, phraseOf, type ServerErrorCode, statuses } from '../../src/status/index.ts'
import { classes, classNames, free, make } from './classes.ts'

describe('the typed errors', () => {
  it('are one class per registered 4xx and 5xx (RFC 9110 §16.2)', () => {
    const registered = statuses.filter(({ code, unused }) => code >= 400 && !unused).map(({ code }) => String(code))
    expect(Object.keys(classNames)).toEqual(registered)
    expectTypeOf<ErrorStatus>().toEqualTypeOf<Exclude<ClientErrorCode | ServerErrorCode, 418>>()
  })

  it('are all that the package exports as classes, with their base', () => {
    const exported = Object.entries(problems).filter(([, value]) => value.prototype instanceof Error)
    expect(exported.map(([name]) => name).sort()).toEqual([...Object.values(classNames), 'HttpProblem'].sort())
  })
})

describe.each(classes)('%i %s', (status, name, Problem) => {
  it('is named by the phrase of its status', () => {
    expect(name).toBe(phraseOf(status).replaceAll(' ', ''))
    expect(Problem.name).toBe(name)
  })

  it('is an HttpProblem and an Error', () => {
    expect(make(status)).toBeInstanceOf(Problem)
    expect(make(status)).toBeInstanceOf(HttpProblem)
    expect(make(status)).toBeInstanceOf(Error)
  })

  it('has its status under both names that frameworks read', () => {
    expect(make(status)).toMatchObject({ status, statusCode: status })
  })

  it('exposes its message if it is a 4xx, as http-errors has it', () => {
    expect(make(status).expose).toBe(status < 500)
  })

  it('has the status phrase as its message by default', () => {
    expect(make(status).message).toBe(phraseOf(status))
  })

  it('leaves the members that nobody set to the status', () => {
    expect(make(status)).toMatchObject({ type: undefined, title: undefined, detail: undefined, instance: undefined })
    expect(make(status).extensions).toEqual({})
  })

  it('has no cause of its own', () => {
    expect(Object.hasOwn(make(status), 'cause')).toBe(false)
  })
})

describe('the name of a typed error', () => {
  // http-errors takes phrases from before RFC 9110.
  const renamed: Readonly<Record<number, string>> = { 413: 'ContentTooLargeError', 422: 'UnprocessableContentError' }

  it.each(classes)('%i %s is that of http-errors, by the phrase of today', (status) => {
    expect(make(status).name).toBe(renamed[status] ?? createError(status).name)
  })

  it.each(Object.keys(renamed).map(Number))('%i has another phrase than in http-errors (RFC 9110 §15.5)', (status) => {
    expect(make(status).name).not.toBe(createError(status).name)
  })

  it('is no own property, so that it does not show up as data', () => {
    expect(Object.hasOwn(new problems.NotFound(), 'name')).toBe(false)
    expect(Object.keys(problems.NotFound.prototype)).toEqual([])
  })

  it('is HttpProblem where the status has no class', () => {
    expect(String(problems.problemFrom(499, 'gone away'))).toBe('HttpProblem: gone away')
  })

  it('is what a message begins with in text', () => {
    expect(String(new problems.Gone('It was deleted'))).toBe('GoneError: It was deleted')
  })
})

describe('a text as the only argument', () => {
  it.each(free)('%i %s takes it as its message', (_status, _name, Problem) => {
    expect(new Problem('for the log').message).toBe('for the log')
  })

  it.each(free.filter(([status]) => status < 500))('%i %s takes it as its detail, too', (_status, _name, Problem) => {
    expect(new Problem('for the client').detail).toBe('for the client')
  })

  it.each(free.filter(([status]) => status >= 500))('%i %s keeps it from the client', (_status, _name, Problem) => {
    expect(new Problem('secret').detail).toBeUndefined()
    expect(JSON.stringify(new Problem('secret'))).not.toContain('secret')
  })

  it('may be empty', () => {
    expect(new problems.NotFound('')).toMatchObject({ message: '', detail: '' })
  })
})
