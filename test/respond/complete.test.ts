import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { basic, bearer } from '../../src/headers/index.ts'
import {
  MethodNotAllowed,
  ProxyAuthenticationRequired,
  problemFrom,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
} from '../../src/problems/index.ts'
import { createResponder } from '../../src/respond/index.ts'
import { documentOf, field, replied } from './replied.ts'

const warn = vi.spyOn(console, 'warn')

beforeEach(() => {
  warn.mockImplementation(() => {})
})

afterEach(() => {
  warn.mockReset()
})

const challengeFor = (authorization?: string): string | undefined => {
  const headers = authorization === undefined ? {} : { authorization }
  return field(replied(problemFrom(401), { headers }), 'WWW-Authenticate')
}

describe('a status that owes a field', () => {
  it.each([
    [401, 'WWW-Authenticate', { challenges: [basic({ realm: 'a' }), bearer({ realm: 'a' })] }],
    [407, 'Proxy-Authenticate', { proxyChallenges: [basic({ realm: 'p' })] }],
    [426, 'Upgrade', { upgrade: ['h2c', 'websocket'] }],
  ] as const)('%i gets %s from the fallbacks, without a warning', (status, name, fallbacks) => {
    const resolution = replied(problemFrom(status), { options: { fallbacks } })
    expect(resolution.reply.status).toBe(status)
    expect(resolution.reply.headers[name]).toEqual(
      { 401: ['Basic realm="a"', 'Bearer realm="a"'], 407: ['Basic realm="p"'], 426: 'h2c, websocket' }[status],
    )
    expect(warn).not.toHaveBeenCalled()
  })

  it('keeps the one that the error brings', () => {
    const fallbacks = { challenges: [basic({ realm: 'fallback' })] } as const
    const thrown = new Unauthorized({ challenges: [bearer({ realm: 'own' })] })
    expect(field(replied(thrown, { options: { fallbacks } }), 'WWW-Authenticate')).toBe('Bearer realm="own"')
    expect(warn).not.toHaveBeenCalled()
  })

  it('gets it where the error brings an empty one, or one that is not safe', () => {
    for (const value of ['', 'Basic realm="\n"']) {
      const thrown = problemFrom(401, { headers: { 'www-authenticate': value } })
      expect(field(replied(thrown), 'WWW-Authenticate')).toMatch(/^Bearer /)
    }
  })

  it('426 lists upgrade in Connection with the fallback, too (RFC 9110 §7.8)', () => {
    const resolution = replied(problemFrom(426), { options: { fallbacks: { upgrade: ['h2c'] } } })
    expect(field(resolution, 'Connection')).toBe('upgrade')
  })
})

describe('a 401 without a challenge', () => {
  it.each([
    [undefined, 'Bearer realm="'],
    ['', 'Bearer realm="'],
    ['Basic dXNlcjpwYXNz', 'Basic realm="'],
    ['bAsIc dXNlcjpwYXNz', 'Basic realm="'],
    ['Bearer abc', 'Bearer realm="'],
    // What the challenge of these has to say cannot be made up (RFC 7616 §3.3).
    ['DPoP abc', 'Bearer realm="'],
    ['Basics abc', 'Bearer realm="'],
    ['XBasic abc', 'Bearer realm="'],
    ['Hawk id="a"', 'Bearer realm="'],
    ['Negotiate abc', 'Bearer realm="'],
    ['Digest username="a"', 'Bearer realm="'],
  ])(
    'to Authorization: %s gets %s…: the scheme that the client speaks, if it is Basic or Bearer',
    (authorization, challenge) => {
      expect(challengeFor(authorization)?.slice(0, challenge.length)).toBe(challenge)
    },
  )

  it('tells who sent a bearer token that it was refused (RFC 6750 §3)', () => {
    expect(challengeFor('Bearer abc')).toMatch(/^Bearer realm="[^"]*", error="invalid_token"$/)
    expect(challengeFor('bEARER abc')).toContain('error="invalid_token"')
  })

  it.each([undefined, 'Bearer', 'Bearer ', 'DPoP abc', 'Basic abc'])(
    'has no error for Authorization: %s, which brought no bearer token (RFC 6750 §3.1)',
    (authorization) => {
      expect(challengeFor(authorization)).not.toContain('error')
    },
  )

  it.each(['"a"', 'a,b', 'a\u0000', '\u00e9 a', '=', 'x'.repeat(33), ' Basic a', 'a\r\nX-Injected: yes'])(
    'gets Bearer where the scheme of the request is junk: %j',
    (authorization) => {
      expect(challengeFor(authorization)).toBe(challengeFor())
    },
  )

  it('has the same realm for everybody: the client has no influence on it', () => {
    const realmOf = (challenge: string | undefined): unknown => /realm="([^"]*)"/.exec(String(challenge))?.[1]
    const headers = { host: 'evil.example', authorization: 'Basic a' }
    const resolution = replied(problemFrom(401), { headers })
    expect(realmOf(field(resolution, 'WWW-Authenticate'))).toBe(realmOf(challengeFor()))
    expect(JSON.stringify(resolution.reply)).not.toContain('evil')
  })
})

describe('a 405 without methods', () => {
  it.each([
    ['GET', 'HEAD, POST, PUT'],
    ['HEAD', 'POST, PUT'],
    ['POST', 'GET, HEAD, PUT'],
    ['XHEAD', 'GET, HEAD, POST, PUT'],
  ])('gets those of the option "allow", but not %s, which was refused (RFC 9110 §15.5.6)', (method, methods) => {
    const options = { allow: () => ['GET', 'HEAD', 'POST', 'PUT'] }
    expect(field(replied(problemFrom(405), { method, options }), 'Allow')).toBe(methods)
    expect(warn).not.toHaveBeenCalled()
  })

  it('has an empty Allow where the option "allow" knows of none, or fails', () => {
    for (const allow of [
      () => undefined,
      () => {
        throw new Error('broken')
      },
    ]) {
      expect(field(replied(problemFrom(405), { options: { allow } }), 'Allow')).toBe('')
    }
  })

  it('says so in a warning without the option', () => {
    replied(problemFrom(405))
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/405 came without Allow.*or set the option "allow"/))
  })

  it('keeps an empty Allow that the error brings: none (RFC 9110 §10.2.1)', () => {
    const thrown = problemFrom(405, { headers: { Allow: '' } })
    expect(field(replied(thrown, { options: { allow: () => ['PUT'] } }), 'Allow')).toBe('')
  })

  it('has an empty Allow: none, as far as is known (RFC 9110 §10.2.1)', () => {
    expect(field(replied(problemFrom(405)), 'Allow')).toBe('')
  })

  it('is left alone where its Allow is empty on purpose', () => {
    expect(field(replied(new MethodNotAllowed({ allow: [] })), 'Allow')).toBe('')
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('what cannot be said without its field', () => {
  it('407 without a challenge is a 502: it is a gateway’s own upstream that wants credentials', () => {
    const thrown = problemFrom(407, 'secret')
    const resolution = replied(thrown)
    expect(resolution.problem).toMatchObject({ status: 502, cause: thrown })
    expect(documentOf(resolution)).toMatchObject({ status: 502, title: 'Bad Gateway' })
    expect(JSON.stringify(resolution.reply)).not.toMatch(/secret|Proxy-Authenticate/)
  })

  it('426 without a protocol is a 500', () => {
    const resolution = replied(problemFrom(426, 'secret'))
    expect(documentOf(resolution)).toMatchObject({ status: 500, title: 'Internal Server Error' })
    expect(JSON.stringify(resolution.reply)).not.toMatch(/secret|upgrade/i)
  })

  it('407 with its challenge is one', () => {
    expect(replied(new ProxyAuthenticationRequired({ challenges: [basic({ realm: 'p' })] })).reply.status).toBe(407)
  })
})

describe('a 408', () => {
  it('closes the connection: the rest of the request would be taken for the next one (RFC 9112 §9.6)', () => {
    expect(field(replied(problemFrom(408)), 'Connection')).toBe('close')
    expect(field(replied(problemFrom(408), { pending: { connection: 'x' } }), 'Connection')).toBe('x, close')
  })

  it('says nothing of connections on HTTP/2 (RFC 9113 §8.2.2)', () => {
    expect(replied(problemFrom(408), { httpVersion: '2.0' }).reply.headers).not.toHaveProperty('Connection')
  })

  it('is the only one that does', () => {
    for (const status of [400, 404, 413, 500, 503]) {
      expect(replied(problemFrom(status)).reply.headers).not.toHaveProperty('Connection')
    }
  })
})

describe('Retry-After', () => {
  it.each([429, 503])('comes from the fallbacks for %i', (status) => {
    expect(field(replied(problemFrom(status), { options: { fallbacks: { retryAfter: 30 } } }), 'Retry-After')).toBe(
      '30',
    )
  })

  it('may be a date', () => {
    const retryAfter = new Date('1999-12-31T23:59:59Z')
    const resolution = replied(problemFrom(503), { options: { fallbacks: { retryAfter } } })
    expect(field(resolution, 'Retry-After')).toBe('Fri, 31 Dec 1999 23:59:59 GMT')
  })

  it('is that of the error where it has one', () => {
    const options = { fallbacks: { retryAfter: 30 } }
    expect(field(replied(new TooManyRequests({ retryAfter: 0 }), { options }), 'Retry-After')).toBe('0')
  })

  it.each([404, 413, 500, 502])('is not added to %i', (status) => {
    const resolution = replied(problemFrom(status), { options: { fallbacks: { retryAfter: 30 } } })
    expect(resolution.reply.headers).not.toHaveProperty('Retry-After')
  })

  it('is nothing that has to be warned about', () => {
    expect(replied(new ServiceUnavailable()).reply.headers).not.toHaveProperty('Retry-After')
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('the warning', () => {
  it.each([
    [401, 'WWW-Authenticate', 'throw Unauthorized({ challenges }), or set fallbacks.challenges'],
    [405, 'Allow', 'throw MethodNotAllowed({ allow }), or set the option "allow"'],
    [407, 'Proxy-Authenticate', 'throw ProxyAuthenticationRequired({ challenges }), or set fallbacks.proxyChallenges'],
    [426, 'Upgrade', 'throw UpgradeRequired({ protocols }), or set fallbacks.upgrade'],
  ])('names %i, %s, the rule and the remedy, once for each responder', (status, name, remedy) => {
    const { respond } = createResponder()
    for (let round = 0; round < 3; round++) respond(problemFrom(status), { headers: {} })
    expect(warn.mock.calls).toEqual([
      [`statuswise: a ${status} came without ${name}, which RFC 9110 requires: ${remedy}`],
    ])
  })

  it('is left out where there is no console', () => {
    vi.stubGlobal('console', undefined)
    try {
      expect(replied(problemFrom(401)).reply.status).toBe(401)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
