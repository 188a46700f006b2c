import { inspect, types } from 'node:util'
import cors from '@koa/cors'
import { describe, expect, it } from 'vitest'
import * as problems from '../../src/problems/index.ts'
import { HttpProblem } from '../../src/problems/index.ts'
import { BRAND } from '../../src/problems/internal.ts'

describe('classes that an application derives', () => {
  class OutOfStock extends problems.Conflict {
    readonly sku: string

    constructor(sku: string) {
      super({ detail: `${sku} is sold out`, type: '/problems/out-of-stock', extensions: { sku } })
      this.sku = sku
    }
  }

  class Teapot extends HttpProblem {
    override readonly name: string = 'Teapot'

    constructor() {
      super(418, 'Short and stout')
    }
  }

  it('are problems in every respect', () => {
    const problem = new OutOfStock('A7')
    expect(problem).toBeInstanceOf(problems.Conflict)
    expect(problem).toMatchObject({ status: 409, sku: 'A7', name: 'ConflictError' })
    expect(problem.toJSON()).toEqual({
      type: '/problems/out-of-stock',
      status: 409,
      title: 'Conflict',
      detail: 'A7 is sold out',
      sku: 'A7',
    })
  })

  it('may be of a status without a class, and have a name of their own', () => {
    expect(new Teapot()).toBeInstanceOf(HttpProblem)
    expect(String(new Teapot())).toBe('Teapot: Short and stout')
    expect(new Teapot().toJSON()).toMatchObject({ status: 418, detail: 'Short and stout' })
  })
})

describe('a problem in the hands of others', () => {
  it('is a native error', () => {
    expect(types.isNativeError(new problems.NotFound())).toBe(true)
  })

  it('passes through structuredClone as an error with its message, stack and cause', () => {
    const problem = new problems.NotFound({ detail: 'No order 42', cause: { code: 7 } })
    const clone: Error = structuredClone(problem)
    expect(clone).toBeInstanceOf(Error)
    expect(clone).toMatchObject({ message: problem.message, stack: problem.stack, cause: { code: 7 } })
  })

  it('is its document to JSON.stringify, wherever it is nested', () => {
    expect(JSON.stringify({ failed: [new problems.NotFound('x')] })).toBe(
      '{"failed":[{"type":"about:blank","status":404,"title":"Not Found","detail":"x"}]}',
    )
  })

  it('prints with its stack and cause', () => {
    const text = inspect(new problems.BadGateway({ message: 'upstream', cause: new Error('refused') }))
    expect(text).toMatch(/^BadGateway.*: upstream\n {4}at /)
    expect(text).toContain('[cause]: Error: refused')
  })

  it('has a mark that other copies of this package know it by, which is not data', () => {
    const problem = new problems.NotFound()
    expect(BRAND).toBe(Symbol.for('statuswise.HttpProblem'))
    expect(Object.getOwnPropertyDescriptor(problem, BRAND)).toMatchObject({ enumerable: false, writable: false })
    expect(Reflect.ownKeys({ ...problem })).not.toContain(BRAND)
  })

  it('gives its data when it is spread, as errors of http-errors do', () => {
    expect({ ...new problems.NotFound('x') }).toMatchObject({ status: 404, statusCode: 404, expose: true, headers: {} })
  })

  it('can be frozen', () => {
    expect(Object.freeze(new problems.NotFound('x')).toJSON()).toMatchObject({ detail: 'x' })
  })

  it('takes the header fields that middleware assigns to it', () => {
    const problem = new problems.NotFound({ headers: { 'X-A': '1' } })
    problem.headers = { ...problem.headers, 'Access-Control-Allow-Origin': '*' }
    expect(problem.headers).toEqual({ 'X-A': '1', 'Access-Control-Allow-Origin': '*' })
  })

  it('takes those of @koa/cors, and keeps its own', async () => {
    const problem = new problems.MethodNotAllowed({ allow: ['PUT'], headers: { Vary: 'Accept' } })
    const ctx = { method: 'GET', get: () => 'https://app.example', set: () => {}, vary: () => {} }
    await expect(
      Reflect.apply(cors({ origin: 'https://app.example' }), undefined, [ctx, () => Promise.reject(problem)]),
    ).rejects.toBe(problem)
    expect(problem.headers).toEqual({
      Allow: 'PUT',
      'Access-Control-Allow-Origin': 'https://app.example',
      vary: 'Accept, Origin',
    })
  })
})
