import {
  accepted,
  created,
  found,
  movedPermanently,
  multipleChoices,
  noContent,
  notModified,
  permanentRedirect,
  preconditions,
  type Reply,
  representation,
  resetContent,
  seeOther,
  temporaryRedirect,
} from '../../src/index.ts'

export const replies: readonly Reply[] = [
  noContent(),
  noContent({ headers: { ETag: '"v2"' } }),
  resetContent(),
  notModified(),
  notModified({ etag: 'W/"v1"', lastModified: new Date(), expires: new Date(), vary: 'Accept' }),
  created('/orders/42'),
  created('/orders/42', { body: { id: 42 }, type: 'application/hal+json', headers: { ETag: '"v1"' } }),
  accepted(),
  accepted({ location: '/jobs/7', retryAfter: 5, body: 'queued' }),
  movedPermanently('/new'),
  found('/new', { headers: { 'Cache-Control': 'no-store' } }),
  seeOther('/new'),
  temporaryRedirect('/new'),
  permanentRedirect('/new'),
  multipleChoices([{ location: '/a.pdf', type: 'application/pdf' }], { preferred: '/a.pdf' }),
]

// @ts-expect-error a 201 says where (RFC 9110 §15.3.2)
created()
// @ts-expect-error a location is a text
created(new URL('https://example.com/'))
// @ts-expect-error a redirect says where to (RFC 9110 §15.4)
seeOther()
// @ts-expect-error a redirect has no body of the application's
seeOther('/new', { body: 'x' })
// @ts-expect-error a 204 has no content (RFC 9110 §15.3.5)
noContent({ body: 'x' })
// @ts-expect-error a 205 has no content (RFC 9110 §15.3.6)
resetContent({ body: 'x' })
// @ts-expect-error a 304 has no content (RFC 9110 §15.4.5)
notModified({ body: 'x' })
// @ts-expect-error a date is a Date
notModified({ lastModified: '2026-01-01' })
// @ts-expect-error a wait is a number of seconds or a Date
accepted({ retryAfter: '5' })
// @ts-expect-error a choice is somewhere
multipleChoices([{ title: 'x' }])

const request = { method: 'GET', headers: {} }
export const conditional: (Reply | undefined)[] = [
  preconditions(request, { etag: '"1"', required: true }),
  representation(request, { body: 'text', etag: '"1"' }),
  representation(request, { body: () => contentOf(), size: 4, type: 'text/plain' }),
]
async function* contentOf(): AsyncGenerator<string> {
  yield 'text'
}

// @ts-expect-error there is something to represent
representation(request, { etag: '"1"' })
// @ts-expect-error a date is a Date
preconditions(request, { lastModified: '2026-01-01' })
// @ts-expect-error a range is made of text or bytes
representation(request, { body: () => [1], size: 1 })
