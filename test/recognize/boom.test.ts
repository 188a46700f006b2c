import Boom from '@hapi/boom'
import { describe, expect, it } from 'vitest'
import { statusOf } from '../../src/status/index.ts'
import { documentOf, recognized, toldOf } from './recognized.ts'

type Make = (message?: string) => Boom.Boom

const clientErrors: readonly (readonly [string, number, Make])[] = [
  ['badRequest', 400, Boom.badRequest],
  ['unauthorized', 401, (message) => Boom.unauthorized(message ?? null)],
  ['paymentRequired', 402, Boom.paymentRequired],
  ['forbidden', 403, Boom.forbidden],
  ['notFound', 404, Boom.notFound],
  ['methodNotAllowed', 405, Boom.methodNotAllowed],
  ['notAcceptable', 406, Boom.notAcceptable],
  ['proxyAuthRequired', 407, Boom.proxyAuthRequired],
  ['clientTimeout', 408, Boom.clientTimeout],
  ['conflict', 409, Boom.conflict],
  ['resourceGone', 410, Boom.resourceGone],
  ['lengthRequired', 411, Boom.lengthRequired],
  ['preconditionFailed', 412, Boom.preconditionFailed],
  ['entityTooLarge', 413, Boom.entityTooLarge],
  ['uriTooLong', 414, Boom.uriTooLong],
  ['unsupportedMediaType', 415, Boom.unsupportedMediaType],
  ['rangeNotSatisfiable', 416, Boom.rangeNotSatisfiable],
  ['expectationFailed', 417, Boom.expectationFailed],
  ['teapot', 418, Boom.teapot],
  ['badData', 422, Boom.badData],
  ['locked', 423, Boom.locked],
  ['failedDependency', 424, Boom.failedDependency],
  ['tooEarly', 425, Boom.tooEarly],
  ['preconditionRequired', 428, Boom.preconditionRequired],
  ['tooManyRequests', 429, Boom.tooManyRequests],
  ['illegal', 451, Boom.illegal],
]

const serverErrors: readonly (readonly [string, number, Make])[] = [
  ['internal', 500, Boom.internal],
  ['badImplementation', 500, Boom.badImplementation],
  ['notImplemented', 501, Boom.notImplemented],
  ['badGateway', 502, Boom.badGateway],
  ['serverUnavailable', 503, Boom.serverUnavailable],
  ['gatewayTimeout', 504, Boom.gatewayTimeout],
]

describe('an error of @hapi/boom', () => {
  it.each(clientErrors)('%s is a %i with its message as detail', (_name, status, make) => {
    expect(recognized(make('what happened')).problem).toMatchObject({ status, detail: 'what happened' })
  })

  it.each(clientErrors)('%s without a message is a %i with the default detail', (_name, status, make) => {
    const { problem } = recognized(make())
    expect(problem.status).toBe(status)
    expect(problem.detail).toBeUndefined()
  })

  it.each(serverErrors)('%s is a %i that hides its message', (_name, status, make) => {
    const thrown = make('secret')
    expect(recognized(thrown).problem.status).toBe(status)
    expect(toldOf(thrown)).not.toContain('secret')
    expect(documentOf(thrown).detail).toBe(statusOf(status)?.detail)
  })

  it('brings its challenge (RFC 9110 §11.6.1)', () => {
    const thrown = Boom.unauthorized('bad password', 'Basic', { realm: 'orders' })
    expect(recognized(thrown).problem.headers).toEqual({
      'WWW-Authenticate': ['Basic realm="orders", error="bad password"'],
    })
  })

  it('brings the methods of a 405 (RFC 9110 §15.5.6)', () => {
    const thrown = Boom.methodNotAllowed('No PUT', undefined, ['GET', 'POST'])
    expect(recognized(thrown).problem.headers).toEqual({ Allow: 'GET, HEAD, POST' })
  })

  it('keeps Retry-After, also where it is a number', () => {
    const thrown = Boom.tooManyRequests()
    thrown.output.headers['Retry-After'] = 30
    expect(recognized(thrown).problem.headers).toEqual({ 'Retry-After': '30' })
  })

  it('keeps its data to itself', () => {
    expect(toldOf(Boom.badRequest('no', { token: 'secret' }))).not.toContain('secret')
  })

  it('hides the message of an ENOENT that was boomified', async () => {
    const { readFile } = await import('node:fs/promises')
    const system: Error = await readFile('/no/such/secret').catch((error) => error)
    const thrown = Boom.boomify(system, { statusCode: 404 })
    expect(thrown.output.payload.message).toContain('/no/such/secret')
    expect(recognized(thrown).problem.status).toBe(404)
    expect(toldOf(thrown)).not.toContain('secret')
  })

  it('shows the message of an error of the application that was boomified to a 4xx', () => {
    expect(recognized(Boom.boomify(new Error('no such cart'), { statusCode: 404 })).problem.detail).toBe('no such cart')
  })

  it('keeps a status that is not registered', () => {
    expect(recognized(new Boom.Boom('odd', { statusCode: 499 })).problem).toMatchObject({ status: 499, detail: 'odd' })
  })

  it.each([200, 601, 1000, '404', Number.NaN])('is a 500 where its status was changed to %j', (statusCode) => {
    const thrown = Boom.notFound('secret')
    Object.assign(thrown.output, { statusCode })
    expect(recognized(thrown).problem.status).toBe(500)
    expect(recognized(thrown).problem).not.toHaveProperty('cause')
    expect(toldOf(thrown)).not.toContain('secret')
  })

  it.each([undefined, null, 'output', []])('is a 500 where its output is %j', (output) => {
    expect(recognized(Object.assign(new Error('secret'), { isBoom: true, output })).problem.status).toBe(500)
  })

  it.each([undefined, false, 'true', 1])('is none with isBoom: %j, whatever its output', (isBoom) => {
    const thrown = Object.assign(new Error('secret'), { isBoom, output: { statusCode: 404, payload: {} } })
    expect(recognized(thrown).problem.status).toBe(500)
  })

  it('has no detail where its payload is gone', () => {
    const thrown = Boom.notFound('gone')
    Object.assign(thrown.output, { payload: undefined })
    expect(recognized(thrown).problem).toMatchObject({ status: 404, detail: undefined })
  })

  it('has no detail where the message of its payload is no text', () => {
    const thrown = Boom.notFound('gone')
    Object.assign(thrown.output.payload, { message: { secret: 1 } })
    expect(recognized(thrown).problem.detail).toBeUndefined()
  })
})
