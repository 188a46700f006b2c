import { describe, expect, it } from 'vitest'
import { bareStatusProblem } from '../../src/respond/index.ts'
import { replied } from './replied.ts'

describe('a response that is a bare status', () => {
  it('is a problem with that status', () => {
    for (const status of [400, 404, 499, 503, 599]) expect(bareStatusProblem(status, {}).status).toBe(status)
  })

  it.each([
    [405, 'allow', 'GET, HEAD'],
    [401, 'www-authenticate', ['Basic realm="a"', 'Negotiate']],
    [407, 'proxy-authenticate', ['Basic realm="a"']],
    [503, 'retry-after', '120'],
    [416, 'content-range', 'bytes */7'],
    [426, 'upgrade', 'websocket'],
    [406, 'accept', 'text/html'],
    [415, 'accept-encoding', 'gzip, br'],
    [415, 'accept-patch', 'application/merge-patch+json'],
    [415, 'accept-post', 'text/turtle'],
    [415, 'accept-query', '"application/sql"'],
  ])('%i keeps the fact that was set for it: %s', (status, name, value) => {
    const pending = { [name]: value }
    const { reply, dropped } = replied(bareStatusProblem(status, pending), { pending })
    expect(reply.status).toBe(status)
    expect(reply.headers[name]).toEqual(value)
    expect(reply.superseded).toEqual([])
    expect(dropped).toEqual([])
  })

  it('405 has its fact in the form that its grammar has (RFC 9110 §10.2.1)', () => {
    const pending = { allow: 'GET,,PUT' }
    expect(replied(bareStatusProblem(405, pending), { pending }).reply.headers.allow).toBe('GET, HEAD, PUT')
  })

  it('426 has the connection option once, in any case (RFC 9110 §7.8)', () => {
    const pending = { upgrade: 'websocket', connection: 'Upgrade' }
    expect(replied(bareStatusProblem(426, pending), { pending }).reply.headers.Connection).toBe('upgrade')
  })

  it('keeps a number as text', () => {
    expect(bareStatusProblem(503, { 'retry-after': 120 }).headers).toEqual({ 'retry-after': '120' })
  })

  it('takes nothing else from the response', () => {
    expect(bareStatusProblem(404, { etag: '"a"', 'x-note': 'a', 'content-type': 'text/html' }).headers).toEqual({})
  })
})
