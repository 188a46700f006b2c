import createError2 from 'http-errors'
import createError1 from 'http-errors1'
import { describe, expect, it } from 'vitest'
import { statuses, statusOf } from '../../src/status/index.ts'
import { documentOf, recognized, toldOf } from './recognized.ts'

const errorStatuses = statuses.map(({ code }) => code).filter((code) => code >= 400)

describe.each([
  ['http-errors 2', createError2],
  ['http-errors 1.8', createError1],
])('an error of %s', (_name, createError) => {
  it('keeps its status', () => {
    for (const status of [...errorStatuses, 418, 499, 599]) {
      expect(recognized(createError(status)).problem.status).toBe(status)
    }
  })

  it('shows the message of a 4xx as detail, since it is exposed', () => {
    expect(documentOf(createError(409, 'The cart has changed'))).toEqual({
      type: 'about:blank',
      status: 409,
      title: 'Conflict',
      detail: 'The cart has changed',
    })
  })

  it('hides the message of a 5xx', () => {
    const thrown = createError(503, 'db-7.internal refused the connection')
    expect(toldOf(thrown)).not.toContain('db-7')
    expect(documentOf(thrown).detail).toBe(statusOf(503)?.detail)
  })

  it('shows the message of a 5xx with expose: true', () => {
    expect(documentOf(createError(503, 'Closed for the night', { expose: true })).detail).toBe('Closed for the night')
  })

  it('hides the message of a 4xx with expose: false', () => {
    expect(toldOf(createError(404, 'secret', { expose: false }))).not.toContain('secret')
  })

  it('has the default detail where the message is only a phrase', () => {
    for (const status of errorStatuses) {
      expect([status, recognized(createError(status, { expose: true })).problem.detail]).toEqual([status, undefined])
    }
    expect(recognized(createError(499)).problem.detail).toBeUndefined()
  })

  it('keeps the header fields of its facts', () => {
    const thrown = createError(405, { headers: { Allow: 'GET, HEAD' } })
    expect(recognized(thrown).problem.headers).toEqual({ Allow: 'GET, HEAD' })
  })

  it('copies none of its other properties', () => {
    const thrown = createError(422, 'Too young', { user: 'alice', token: 'secret', extensions: { age: 7 }, type: 'a' })
    expect(documentOf(thrown)).toEqual({
      type: 'about:blank',
      status: 422,
      title: 'Unprocessable Content',
      detail: 'Too young',
    })
  })

  it('is the cause of what stands for it', () => {
    const thrown = createError(404)
    expect(recognized(thrown).problem.cause).toBe(thrown)
  })

  it('is known by its constructors, too', () => {
    expect(recognized(new createError.Conflict('taken')).problem).toMatchObject({ status: 409, detail: 'taken' })
  })

  it('has the message of a wrapped error of the system hidden', () => {
    const system = Object.assign(new Error("ENOENT: no such file, stat '/srv/secret'"), { code: 'ENOENT' })
    const thrown = createError(404, system)
    expect(thrown.expose).toBe(true)
    expect(toldOf(thrown)).not.toContain('secret')
  })
})

describe('an error of the same shape', () => {
  const errorWith = (properties: object): Error => Object.assign(new Error('the message'), properties)

  it('is known by statusCode alone', () => {
    expect(recognized(errorWith({ statusCode: 410 })).problem.status).toBe(410)
  })

  it('is known by statusCode where its status is none', () => {
    expect(recognized(errorWith({ status: 'failed', statusCode: 410 })).problem.status).toBe(410)
  })

  it('hides its message without expose', () => {
    expect(recognized(errorWith({ status: 404 })).problem.detail).toBeUndefined()
  })

  it.each(['true', 1, {}, undefined])('hides its message with expose: %j, which is not true', (expose) => {
    expect(recognized(errorWith({ status: 404, expose })).problem.detail).toBeUndefined()
  })

  it('shows its message with expose: true', () => {
    expect(recognized(errorWith({ status: 404, expose: true })).problem.detail).toBe('the message')
  })

  it.each([
    ['errno', -2],
    ['syscall', 'stat'],
    ['path', '/srv/app'],
    ['code', -2],
    ['code', 'ENOENT'],
    ['errors', ['secret', Object.assign(new Error('secret'), { syscall: 'connect' })]],
    ['code', 'ERR_INVALID_ARG_TYPE'],
  ])('hides an exposed message where the error has %s: %j of the system', (name, value) => {
    expect(recognized(errorWith({ status: 404, expose: true, [name]: value })).problem.detail).toBeUndefined()
  })

  it('hides an exposed message where a cause comes from the system', () => {
    const cause = errorWith({ cause: errorWith({ syscall: 'open' }) })
    expect(recognized(errorWith({ status: 404, expose: true, cause })).problem.detail).toBeUndefined()
  })

  it.each(['cart_changed', 'cart-CHANGED', 'CART-changed'])(
    'shows an exposed message with a code of the application: %s',
    (code) => {
      expect(recognized(errorWith({ status: 409, expose: true, code })).problem.detail).toBe('the message')
    },
  )

  it('is known where its code is no text and cannot become one', () => {
    const thrown = errorWith({ status: 409, expose: true, code: Object.create(null) as object })
    expect(recognized(thrown).problem).toMatchObject({ status: 409, detail: 'the message' })
  })

  it('says which codings would do only with a 415 (RFC 9110 §12.5.3)', () => {
    const type = 'encoding.unsupported'
    expect(recognized(errorWith({ status: 415, type })).problem.headers).toEqual({ 'Accept-Encoding': 'gzip, deflate' })
    expect(recognized(errorWith({ status: 400, type })).problem.headers).toEqual({})
  })

  it('has no detail where the exposed message is empty or no text', () => {
    for (const message of ['', 42, null, {}]) {
      for (const status of [404, 415]) {
        expect(recognized(errorWith({ status, expose: true, message })).problem).toMatchObject({
          status,
          detail: undefined,
          headers: {},
        })
      }
    }
  })

  it('is known from another realm', async () => {
    const { runInNewContext } = await import('node:vm')
    const thrown: unknown = runInNewContext("Object.assign(new Error('gone for good'), { status: 410, expose: true })")
    expect(thrown).not.toBeInstanceOf(Error)
    expect(recognized(thrown).problem).toMatchObject({ status: 410, detail: 'gone for good' })
  })
})
