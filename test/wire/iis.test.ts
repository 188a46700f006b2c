import { describe, expect, it } from 'vitest'
import { iis } from '../../src/iis/index.ts'
import { basic, type HttpProblem } from '../../src/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { frameworks } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'
import { specified } from '../support/specified.ts'

const challenges = [basic({ realm: 'intranet' })] as const
const newest = frameworks.filter(({ major }) => major === 5 || major === 3)
const byCode = (code: string, expose: boolean): HttpProblem => iis(code, { challenges, ...(expose ? { expose } : {}) })

describe.each(newest)('on $name, a thrown sub-status', (framework) => {
  it('of each row is sent as the HTTP status of the table, with the fields it owes', async () => {
    const heard: unknown[] = []
    const server = await serve(framework, {
      problems: { onProblem: ({ problem, thrown }) => heard.push([Reflect.get(problem, 'substatus'), String(thrown)]) },
      routes: {
        '/:expose/:code': ({ params: { expose, code } }) => {
          throw byCode(String(code), expose === 'exposed')
        },
      },
    })
    for (const { code, title, http, retryAfter } of specified.iis) {
      for (const accept of ['application/problem+json', 'application/xml', 'text/html', 'text/plain']) {
        const target = `/hidden/${code}`
        const response = await answerOf(server, { target, headers: { Accept: accept } })
        expect([code, response.status, response.reason]).toEqual([code, http, phraseOf(http)])
        expect(response.headers('retry-after')).toEqual(retryAfter === true ? ['60'] : [])
        expect(response.headers('www-authenticate')).toEqual(http === 401 ? ['Basic realm="intranet"'] : [])
        const told = `${JSON.stringify(response.headerLines)} ${response.body}`
        for (const secret of [code, title, 'IIS', 'iis']) expect(told).not.toContain(secret)
      }
      const shown = await answerOf(server, { target: `/exposed/${code}` })
      expect([shown.status, shown.headers('retry-after')]).toEqual([http, retryAfter === true ? ['60'] : []])
      expect(shown.json()).toMatchObject({ type: `urn:statuswise:iis:${code}`, title, status: http })
    }
    expect(heard).toHaveLength(specified.iis.length * 5)
    for (const { code, title } of specified.iis) {
      expect(heard).toContainEqual([code, expect.stringContaining(`: IIS ${code} ${title}`)])
    }
  })

  it('is in the log, where there is one, and not in the response', async () => {
    const server = await serve(
      framework,
      {
        routes: {
          '/': () => {
            throw iis('403.10')
          },
        },
      },
      { env: 'production' },
    )
    expect(String((await answerOf(server)).body)).not.toMatch(/403|configuration/)
    expect(server.logged.join('\n')).toContain('IIS 403.10 Invalid configuration')
  })

  it('is not told where there is no problems()', async () => {
    const server = await serve(
      framework,
      {
        problems: false,
        breaks: 'anything',
        routes: {
          '/': () => {
            throw iis('403.4')
          },
        },
      },
      { env: 'production' },
    )
    const response = await answerOf(server)
    expect(response.status).toBe(403)
    expect(String(response.body)).not.toMatch(/SSL|403\.4/)
  })
})
