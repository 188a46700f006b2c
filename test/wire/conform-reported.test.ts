import { describe, expect, it } from 'vitest'
import { conformed, raw } from '../support/conforming.ts'
import { frameworks, type Handler } from '../support/frameworks.ts'

type Fields = Readonly<Record<string, string | string[]>>

const problem = (members: object): string => JSON.stringify({ type: 'about:blank', title: 'A', ...members })
const json = { 'Content-Type': 'application/problem+json' }
const lasting = '9111-5.2-error-drops-success-cache-control-5xx'

/** What has more than one right answer: status, fields, content, and what is reported. */
const faulty: readonly (readonly [status: number, fields: Fields, content: string, rule: string])[] = [
  [206, {}, 'text', '9110-15.3.7.1-206-single-content-range'],
  [206, { 'Content-Type': 'text/plain' }, 'text', '9110-15.3.7.1-206-single-content-range'],
  [206, { 'Content-Range': 'bytes 0-3' }, 'text', '9110-15.3.7.1-206-single-content-range'],
  [206, { 'Content-Range': 'bytes 3-0/4' }, 'text', '9110-15.3.7.1-206-single-content-range'],
  [416, { 'Content-Type': 'text/plain' }, 'text', '9110-15.5.17-content-range'],
  [416, { 'Content-Range': '*/4' }, 'text', '9110-15.5.17-content-range'],
  [200, { 'Content-Range': 'bytes 0-3/9' }, 'text', '9110-14.4-content-range-only-206-416'],
  [404, { 'Content-Range': 'bytes */9' }, 'text', '9110-14.4-content-range-only-206-416'],
  [201, {}, 'text', '9110-15.3.2-201-identifies-resource'],
  [301, {}, 'text', '9110-15.4.2-301-location'],
  [302, {}, '', '9110-15.4.3-302-location'],
  [303, {}, 'text', '9110-15.4.4-303-location'],
  [307, {}, 'text', '9110-15.4.8-307-location'],
  [308, {}, 'text', '9110-15.4.9-308-location'],
  [302, { Location: '/a b' }, '', '9110-10.2.2-location-single-uri-reference'],
  [302, { Location: 'https://[::1' }, '', '9110-10.2.2-location-single-uri-reference'],
  [300, { Location: '/a/"b"' }, 'text', '9110-10.2.2-location-single-uri-reference'],
  [201, { Location: '/%zz' }, 'text', '9110-10.2.2-location-single-uri-reference'],
  [404, json, problem({ status: 410 }), '9457-3.1.2-status-equals-real'],
  [404, json, problem({ status: '404' }), '9457-3.1.2-status-equals-real'],
  [
    400,
    { 'Content-Type': 'Application/Problem+JSON; charset=utf-8' },
    problem({ status: 0 }),
    '9457-3.1.2-status-equals-real',
  ],
  [405, { Allow: 'GET, HEAD' }, 'text', '9110-15.5.6-allow-excludes-method'],
  [500, { 'Cache-Control': 'public' }, 'text', lasting],
  [500, { 'Cache-Control': 'private, max-age=60' }, 'text', lasting],
  [502, { 'Cache-Control': 's-maxage="60"' }, 'text', lasting],
  [500, { ETag: '"a"' }, 'text', lasting],
  [503, { 'Last-Modified': 'Sun, 06 Nov 1994 08:49:37 GMT' }, 'text', lasting],
  [428, {}, 'text', '6585-3-428-never-stored'],
  [429, { 'Cache-Control': 'no-cache' }, 'text', '6585-4-429-never-stored'],
  [431, { 'Cache-Control': 'private' }, 'text', '6585-5-431-never-stored'],
  [511, { 'Cache-Control': 'max-age=0' }, 'text', '6585-6-511-never-stored'],
  [299, {}, 'text', '9110-15.1-registered'],
  [499, {}, 'text', '9110-15.1-registered'],
  [200, { ETag: ['"a"', '"b"'] }, 'text', '9110-5.3-single-line'],
  [200, { 'Content-Type': ['text/plain', 'text/html'] }, 'text', '9110-5.3-single-line'],
  [302, { Location: ['/a', '/b'] }, '', '9110-5.3-single-line'],
]

/** What looks like it, and is right. */
const correct: readonly (readonly [status: number, fields: Fields, content: string])[] = [
  [206, { 'Content-Range': 'bytes 0-3/9' }, 'text'],
  [206, { 'Content-Range': 'bytes 0-3/*' }, 'text'],
  [206, { 'Content-Type': 'multipart/byteranges; boundary=a' }, '--a--'],
  [416, { 'Content-Range': 'bytes */9' }, 'text'],
  [201, { Location: '/orders/1' }, 'text'],
  [201, { Location: '' }, 'text'],
  [300, {}, 'text'],
  [304, {}, ''],
  [302, { Location: '../a?b=c#d' }, ''],
  [307, { Location: 'https://[::1]:8080/%20' }, ''],
  [404, json, problem({ status: 404 })],
  [404, json, problem({})],
  [404, json, 'no JSON'],
  [404, json, 'null'],
  [200, json, problem({ status: 404 })],
  [404, { 'Content-Type': 'application/json' }, problem({ status: 410 })],
  [405, { Allow: 'PUT' }, 'text'],
  [405, { Allow: 'GET/' }, 'text'],
  [404, { 'Cache-Control': 'public, max-age=60', ETag: '"a"' }, 'text'],
  [500, { 'Cache-Control': 'max-age=0' }, 'text'],
  [500, { 'Cache-Control': 'x-public, publicity, max-agers=7' }, 'text'],
  [429, { 'Cache-Control': 'private, No-Store' }, 'text'],
  [200, { 'Set-Cookie': ['a=1', 'b=2'], Vary: ['Accept', 'Origin'] }, 'text'],
]

const title = '%d with %o and the content %j'

function writing(status: number, fields: Fields, content: string): Handler {
  return raw((res) => res.writeHead(status, fields as Record<string, string>).end(content))
}

describe.each(frameworks)('$name', (framework) => {
  it.each(faulty)(`${title} is reported (%s), and stays as it is`, async (status, fields, content, rule) => {
    const { response, told, events } = await conformed(framework, writing(status, fields, content))
    expect(response.status).toBe(status)
    for (const [name, value] of Object.entries(fields)) expect(response.headers(name)).toEqual([value].flat())
    expect(response.text()).toBe(content)
    expect(told).toEqual([`reported ${rule}`])
    expect(events[0]).toMatchObject({ status, method: 'GET', action: 'reported' })
  })

  it.each(correct)(`${title} is right`, async (status, fields, content) => {
    const { told } = await conformed(framework, writing(status, fields, content))
    expect(told).toEqual([])
  })

  it('is reported where fields are set one by one, too', async () => {
    const { response, told } = await conformed(framework, (io) => {
      io.status(206)
      io.body('text')
    })
    expect(response.status).toBe(206)
    expect(told).toEqual(['reported 9110-15.3.7.1-206-single-content-range'])
  })

  it('is reported of what is streamed, as far as the head tells', async () => {
    const { response, told } = await conformed(
      framework,
      raw((res) => {
        res.writeHead(429, json).write('{"status":')
        res.end('404}')
      }),
    )
    expect(response.text()).toBe('{"status":404}')
    expect(told).toEqual(['reported 6585-4-429-never-stored'])
  })

  it('a 405 to HEAD does not list HEAD (RFC 9110 §15.5.6)', async () => {
    const { told } = await conformed(framework, writing(405, { Allow: 'HEAD' }, 'text'), { method: 'HEAD' })
    expect(told).toContain('reported 9110-15.5.6-allow-excludes-method')
  })

  it('several faults are all told of', async () => {
    const fields = { 'Cache-Control': 'public', 'Content-Range': 'bytes 0-3/9', 'Content-Length': '7' }
    const { told } = await conformed(framework, writing(599, fields, 'text'))
    expect(told).toEqual([
      'reported 9110-14.4-content-range-only-206-416',
      `reported ${lasting}`,
      'reported 9110-15.1-registered',
      'mended 9112-6.3-content-length-matches-body',
    ])
  })

  it('an event says what was found', async () => {
    const { events } = await conformed(framework, writing(429, {}, 'text'), { method: 'PUT', target: '/?a=b' })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      rule: { id: '6585-4-429-never-stored', reference: 'RFC 6585 §4' },
      found: '429 without no-store',
      action: 'reported',
      status: 429,
      method: 'PUT',
      route: '/',
    })
    expect(events[0]?.rule.statement).toMatch(/\.$/)
  })
})
