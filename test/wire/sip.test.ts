import { describe, expect, it } from 'vitest'
import { send as sendOnExpress } from '../../adapters/express/index.ts'
import { send as sendOnKoa } from '../../adapters/koa/index.ts'
import { fromSip } from '../../src/sip/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { frameworks, type Handler } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'
import { specified } from '../support/specified.ts'

const newest = frameworks.filter(({ major }) => major === 5 || major === 3)

/** Answers with what a peer said with a code. */
const passedOn: Handler = async ({ params: { code }, res, ctx }) => {
  const lines = [
    `SIP/2.0 ${code} ${specified.sip.find((row) => row.code === Number(code))?.phrase ?? 'Unheard Of'}`,
    'Retry-After: 120 (in a meeting (a long one));duration=3600',
    'Contact: <sip:secret@192.0.2.9>',
    'Warning: 304 pbx.internal "Media type not available"',
    'Min-Expires: 90',
    'WWW-Authenticate: Digest realm="pbx"',
  ]
  const answer = fromSip(`${lines.join('\r\n')}\r\n\r\n`)
  if (answer === undefined) throw new Error('No final response')
  if (answer instanceof Error) throw answer
  await (ctx === undefined ? sendOnExpress(res, answer) : sendOnKoa(ctx, answer))
}

describe.each(newest)('on $name, a SIP response', (framework) => {
  it('of each row is sent as the HTTP response of the table, with its fields and no others', async () => {
    const server = await serve(framework, { routes: { 'POST /:code': passedOn } })
    for (const { code, phrase, http, retryAfter, members = [] } of specified.sip) {
      if (http === null) continue
      const response = await answerOf(server, { method: 'POST', target: `/${code}` })
      expect([code, response.status, response.reason]).toEqual([code, http, phraseOf(http)])
      expect(response.headers('retry-after')).toEqual(retryAfter === true ? ['120'] : [])
      for (const name of ['www-authenticate', 'contact', 'warning', 'min-expires']) {
        expect(response.headers(name)).toEqual([])
      }
      expect(String(response.body)).not.toMatch(/secret|pbx/)
      if (http === 204) expect(response.body).toHaveLength(0)
      else expect(response.json()).toMatchObject({ sipStatus: code, sipReason: phrase })
      if (http < 400) continue
      expect(response.headers('content-type')).toEqual(['application/problem+json'])
      expect(Object.keys(response.json() as object)).toEqual([
        ...['type', 'status', 'title', 'detail', 'sipStatus', 'sipReason'],
        ...members.filter((member) => member !== 'contacts'),
      ])
    }
  })

  it('of a code that nobody knows is sent by its class', async () => {
    const server = await serve(framework, { routes: { 'POST /:code': passedOn } })
    for (const [code, http] of [
      ['299', 200],
      ['399', 502],
      ['498', 502],
      ['598', 502],
      ['698', 409],
    ] as const) {
      const response = await answerOf(server, { method: 'POST', target: `/${code}` })
      expect([response.status, response.json()]).toEqual([http, expect.objectContaining({ sipStatus: Number(code) })])
    }
  })
})
