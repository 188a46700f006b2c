import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadGateway, createProblem, HttpProblem, NotFound, problemFrom } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { classes, make, makeOnly } from './classes.ts'

const ordinary = Error.stackTraceLimit

beforeEach(() => {
  Error.stackTraceLimit = 10
})

afterEach(() => {
  HttpProblem.stackTraceLimit = undefined
  Error.stackTraceLimit = ordinary
})

const linesOf = (error: Error): string[] => (error.stack ?? '').split('\n')
const framesOf = (error: Error): string[] => linesOf(error).filter((line) => /^\s+at /.test(line))

describe('the stack of a problem', () => {
  it.each(classes)('of %i %s begins with its name and message', (status) => {
    const problem = make(status, { message: 'for the log' })
    expect(linesOf(problem)[0]).toBe(`${problem.name}: for the log`)
  })

  it('begins with HttpProblem where the status has no class', () => {
    expect(linesOf(problemFrom(418, 'short and stout'))[0]).toBe('HttpProblem: short and stout')
  })

  it('has where it was thrown as its first frame', () => {
    function throwSite(): never {
      throw new NotFound('x')
    }
    expect(throwSite).toThrow(NotFound)
    try {
      throwSite()
    } catch (error) {
      expect(error instanceof NotFound && framesOf(error)[0]).toContain('throwSite')
    }
  })

  it('has where it was thrown as its first frame, also of a class derived by the application', () => {
    class OutOfStock extends NotFound {
      constructor() {
        super({ detail: 'Sold out' })
      }
    }
    const throwSite = (): Error => new OutOfStock()
    expect(framesOf(throwSite())[0]).toContain('throwSite')
  })

  it.each([
    ['createProblem', () => createProblem(404)],
    ['problemFrom', () => problemFrom(404)],
  ])('has where %s() was called as its second frame', (name, throwSite) => {
    const [first, second] = framesOf(throwSite())
    expect(first).toContain(name)
    expect(second).toContain('stack.test')
  })

  it('is captured once, by the Error constructor', () => {
    const { captureStackTrace, prepareStackTrace } = Error
    let captured = 0
    let prepared = 0
    try {
      Error.captureStackTrace = () => {
        captured += 1
      }
      Error.prepareStackTrace = (error) => {
        prepared += 1
        return String(error)
      }
      expect(new NotFound('x').stack).toBe('NotFoundError: x')
      expect(createProblem(404, 'y').stack).toBe('NotFoundError: y')
    } finally {
      Object.assign(Error, { captureStackTrace, prepareStackTrace })
    }
    expect({ captured, prepared }).toEqual({ captured: 0, prepared: 2 })
  })

  it('is followed by its cause in what a logger reads', () => {
    const cause = new Error('why')
    expect(new BadGateway({ cause }).cause).toBe(cause)
  })
})

describe('HttpProblem.stackTraceLimit', () => {
  it('is that of every Error by default', () => {
    Error.stackTraceLimit = 7
    expect(HttpProblem.stackTraceLimit).toBe(7)
  })

  it('is 0 where the engine knows no such limit', () => {
    Reflect.deleteProperty(Error, 'stackTraceLimit')
    expect(HttpProblem.stackTraceLimit).toBe(0)
    expect(new NotFound('x').message).toBe('x')
  })

  it.each([0, 1, 3])('%i limits the frames of problems', (limit) => {
    HttpProblem.stackTraceLimit = limit
    expect(HttpProblem.stackTraceLimit).toBe(limit)
    expect(framesOf(new NotFound('x'))).toHaveLength(limit)
    expect(framesOf(createProblem(404))).toHaveLength(limit)
    expect(linesOf(new NotFound('x'))[0]).toBe('NotFoundError: x')
  })

  it('may be more than that of other errors', () => {
    Error.stackTraceLimit = 1
    HttpProblem.stackTraceLimit = 4
    expect(framesOf(new NotFound())).toHaveLength(4)
  })

  it('does not concern other errors', () => {
    HttpProblem.stackTraceLimit = 0
    new NotFound()
    expect(Error.stackTraceLimit).toBe(10)
    expect(framesOf(new Error('x')).length).toBeGreaterThan(1)
  })

  it('undefined makes it that of every Error again', () => {
    HttpProblem.stackTraceLimit = 0
    HttpProblem.stackTraceLimit = undefined
    expect(HttpProblem.stackTraceLimit).toBe(10)
    expect(framesOf(new NotFound()).length).toBeGreaterThan(1)
  })

  it('leaves other errors alone when a constructor throws', () => {
    HttpProblem.stackTraceLimit = 0
    const hostile = {
      get detail(): string {
        throw new Error('no')
      },
    }
    for (const argument of [{ foo: 1 }, new Error('x'), hostile]) {
      expect(() => makeOnly(404, argument)).toThrow()
      expect(Error.stackTraceLimit).toBe(10)
    }
  })

  it('leaves other errors alone when the Error constructor itself throws', () => {
    HttpProblem.stackTraceLimit = 0
    const hostile = new Proxy(NotFound, {
      get() {
        throw new Error('no prototype for you')
      },
    })
    expect(() => Reflect.construct(NotFound, [], hostile)).toThrow('no prototype for you')
    expect(Error.stackTraceLimit).toBe(10)
  })

  it('changes nothing where Error cannot be changed (node --frozen-intrinsics)', () => {
    Object.defineProperty(Error, 'stackTraceLimit', { value: 5, writable: false })
    HttpProblem.stackTraceLimit = 0
    try {
      expect(framesOf(new NotFound())).toHaveLength(5)
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: true })
    }
  })
})

describe('withoutStack', () => {
  it('makes a problem that records no frames, for it stands for an error that has them', () => {
    expect(framesOf(withoutStack(() => new NotFound()))).toEqual([])
  })

  it('is over with the function, also one that throws', () => {
    HttpProblem.stackTraceLimit = 2
    expect(() =>
      withoutStack(() => {
        throw new Error('x')
      }),
    ).toThrow('x')
    expect(HttpProblem.stackTraceLimit).toBe(2)
    expect(framesOf(new NotFound())).toHaveLength(2)
    expect(Error.stackTraceLimit).toBe(10)
  })
})
