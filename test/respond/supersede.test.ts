import { describe, expect, it } from 'vitest'
import { NotFound, UnavailableForLegalReasons } from '../../src/problems/index.ts'
import { frame, type PendingFields } from '../../src/respond/index.ts'
import { replied } from './replied.ts'

const describingContent = [
  'content-type',
  'content-length',
  'content-encoding',
  'content-language',
  'content-range',
  'content-disposition',
  'content-md5',
  'content-digest',
  'repr-digest',
  'digest',
  'transfer-encoding',
  'trailer',
  'im',
  'delta-base',
]

const ofSuccess = [
  'content-location',
  'etag',
  'last-modified',
  'accept-ranges',
  'location',
  'refresh',
  'preference-applied',
]

const forCaches = ['cache-control', 'expires', 'age', 'pragma', 'cache-tag', 'cache-tags', 'edge-cache-tag']

const targeted = ['cdn-cache-control', 'cloudflare-cdn-cache-control', 'surrogate-control', 'surrogate-key']

const forServersInFront = ['x-accel-expires', 'x-accel-redirect', 'x-accel-buffering', 'x-sendfile']

const forDevelopers = ['sourcemap', 'x-sourcemap']

const ofAnotherFailure = [
  ...['allow', 'retry-after', 'www-authenticate', 'proxy-authenticate', 'authentication-info'],
  ...['accept', 'accept-encoding', 'accept-patch', 'accept-post', 'accept-query'],
]

const staying = [
  // who may read it
  ...['access-control-allow-origin', 'access-control-expose-headers', 'timing-allow-origin'],
  // security policies
  ...['strict-transport-security', 'content-security-policy', 'x-frame-options', 'referrer-policy'],
  ...['permissions-policy', 'cross-origin-opener-policy', 'x-content-type-options'],
  // cookies, tracing, rate limits
  ...['set-cookie', 'x-request-id', 'traceresponse', 'server-timing'],
  ...['ratelimit', 'ratelimit-policy', 'x-ratelimit-remaining'],
  // the rest
  ...['vary', 'date', 'server', 'x-powered-by', 'link', 'connection', 'keep-alive', 'x-anything'],
]

/** The names of those pending fields that an error removes or replaces. */
function goneOf(names: readonly string[], keepHeaders: readonly string[] = []): string[] {
  const pending = Object.fromEntries(names.map((name) => [name, 'a']))
  const { reply } = replied(new NotFound(), { pending, options: { keepHeaders } })
  const set = Object.keys(reply.headers).map((name) => name.toLowerCase())
  return names.filter((name) => reply.superseded.includes(name) || (set.includes(name) && name.startsWith('content-')))
}

describe('a field of the half-built response', () => {
  it.each([
    ['describes its content', describingContent],
    ['speaks of the success', ofSuccess],
    ['is for caches', forCaches],
    ['is for caches of one kind (RFC 9213)', targeted],
    ['is for servers in front', forServersInFront],
    ['is for the tools of developers', forDevelopers],
    ['answers another failure', ofAnotherFailure],
  ])('goes where it %s', (_why, names) => {
    expect(goneOf(names)).toEqual(names)
  })

  it.each(staying)('stays where it is %s', (name) => {
    const value = name === 'link' ? '</a>; rel="help"' : 'a'
    const { reply } = replied(new NotFound(), { pending: { [name]: value } })
    expect(reply.superseded).toEqual([])
  })

  it('is named for removal as it was spelt', () => {
    const { reply } = replied(new NotFound(), { pending: { ETag: '"a"', 'CDN-Cache-Control': 'a' } })
    expect(reply.superseded).toEqual(['ETag', 'CDN-Cache-Control'])
  })

  it('is not named for removal where the error brings its own', () => {
    const { reply } = replied(new NotFound({ retryAfter: 5 }), { pending: { 'retry-after': 7, 'content-type': 'a/b' } })
    expect(reply.superseded).toEqual([])
    expect(reply.headers).toMatchObject({ 'Retry-After': '5', 'Content-Type': 'application/problem+json' })
  })

  it('stays where the application keeps it, in any case of letters', () => {
    const names = [...ofSuccess, ...forCaches, ...targeted, ...forServersInFront, ...ofAnotherFailure]
    expect(
      goneOf(
        names,
        names.map((name) => name.toUpperCase()),
      ),
    ).toEqual([])
  })

  it('goes although the application keeps it where it describes the content: framing has no exceptions', () => {
    expect(goneOf(describingContent, describingContent)).toEqual(describingContent)
  })
})

describe('links of the half-built response', () => {
  const linksAfter = (pending: PendingFields, thrown: unknown = new NotFound()): unknown => {
    const { reply } = replied(thrown, { pending })
    return reply.superseded.includes('link') ? 'gone' : reply.headers.Link
  }

  it('go where all of them preload parts of the page', () => {
    expect(linksAfter({ link: '</a.css>; rel=preload; as=style' })).toBe('gone')
    expect(linksAfter({ link: ['</a.js>; rel="modulepreload"', '</b>; as=font; rel="preload"'] })).toBe('gone')
    expect(linksAfter({ link: '</a.css>; rel="stylesheet preload"' })).toBe('gone')
  })

  it('stay as they were sent where only some of them do', () => {
    const link = '</a.css>; rel=preload, </help>; rel="help"; title="a, b", </b>; rel=PRELOAD, </c>; rel=next'
    expect(linksAfter({ link })).toEqual(['</help>; rel="help"; title="a, b"', '</c>; rel=next'])
  })

  it('stay where the word is in another parameter', () => {
    expect(linksAfter({ link: '</a>; rel=help; title="preload"' })).toEqual(['</a>; rel=help; title="preload"'])
  })

  it('stay untouched where none of them does', () => {
    expect(linksAfter({ link: '</preload>; rel="help"' })).toBeUndefined()
    expect(linksAfter({ link: '</a>; rel=preconnect' })).toBeUndefined()
  })

  it('go where they may preload and cannot be read', () => {
    expect(linksAfter({ link: '</a.css>; rel=preload; "' })).toBe('gone')
  })

  it('stay beside those of the problem (RFC 7725 §4)', () => {
    const thrown = new UnavailableForLegalReasons({ blockedBy: 'https://authority.example/' })
    const own = '<https://authority.example/>; rel="blocked-by"'
    expect(linksAfter({ link: '</help>; rel=help' }, thrown)).toEqual(['</help>; rel=help', own])
    expect(linksAfter({ link: ['</a>; rel=preload', '</help>; rel=help'] }, thrown)).toEqual(['</help>; rel=help', own])
    expect(linksAfter({ link: '</a>; rel=preload' }, thrown)).toEqual([own])
    expect(linksAfter({}, thrown)).toEqual([own])
  })

  it('stay where the application keeps them', () => {
    const link = '</a.css>; rel=preload'
    const { reply } = replied(new NotFound(), { pending: { link }, options: { keepHeaders: ['Link'] } })
    expect(reply.superseded).toEqual([])
    expect(reply.headers.Link).toBeUndefined()
  })
})

describe('a reply that is no error', () => {
  const pending = Object.fromEntries(
    [...describingContent, ...ofSuccess, ...forCaches, 'link'].map((name) => [name, 'a']),
  )

  it('only supersedes what described the content', () => {
    expect(frame({ status: 204, headers: {} }, { headers: {} }, pending).superseded).toEqual(describingContent)
  })

  it('keeps links that preload', () => {
    const link = '</a.css>; rel=preload'
    const reply = frame({ status: 200, headers: {}, body: 'a' }, { headers: {} }, { link })
    expect(reply).toMatchObject({ superseded: [], headers: { 'Content-Length': '1' } })
  })
})
