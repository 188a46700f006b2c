import { describe, expect, it } from 'vitest'
import { unrouted } from '../../src/respond/index.ts'

const policy = { status: 200, accepts: undefined } as const

/** What a request gets: the status of what is thrown, with its Allow, or the reply. */
function answerTo(method: string | undefined, methods: readonly string[] | undefined): unknown {
  const answer = unrouted({ method, headers: {} }, methods, policy)
  return answer.reply ?? [answer.thrown.status, answer.thrown.headers.Allow]
}

describe('a request that no route answered', () => {
  it.each([
    ['there is no route for its path', 'GET', undefined],
    ['there is a route without methods', 'POST', []],
    ['the route for its very method did not want it', 'PUT', ['PUT', 'GET']],
    ['it is HEAD, and the route for GET did not want it (RFC 9110 §9.3.2)', 'HEAD', ['GET']],
    ['nobody knows its method, which counts as GET', undefined, ['GET']],
    ['it is OPTIONS, and there is no route', 'OPTIONS', undefined],
  ])('gets 404 where %s', (_, method, methods) => {
    expect(answerTo(method, methods)).toEqual([404, undefined])
  })

  it.each([
    ['POST', ['GET'], 'GET, HEAD, OPTIONS'],
    ['HEAD', ['POST'], 'POST, OPTIONS'],
    ['GET', ['HEAD', 'PUT'], 'HEAD, PUT, OPTIONS'],
    ['DELETE', ['GET', 'PUT'], 'GET, HEAD, PUT, OPTIONS'],
  ])('gets 405 with what there is instead of %s: %j (RFC 9110 §15.5.6)', (method, methods, allow) => {
    expect(answerTo(method, methods)).toEqual([405, allow])
  })

  it('gets the methods where it is OPTIONS (RFC 9110 §9.3.7)', () => {
    expect(answerTo('OPTIONS', ['GET'])).toEqual({
      status: 200,
      headers: { Allow: 'GET, HEAD, OPTIONS', 'Content-Type': 'text/plain; charset=utf-8' },
      body: 'GET, HEAD, OPTIONS',
    })
  })
})
