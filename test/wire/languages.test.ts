import {
  BadRequest,
  ContentTooLarge,
  found,
  HttpProblem,
  InternalServerError,
  message,
  multipleChoices,
  NotFound,
  preconditions,
  problemFrom,
  type Reply,
} from 'statuswise'
import { maintenance as maintenanceOfExpress, send as sendOnExpress } from 'statuswise/express'
import { maintenance as maintenanceOfKoa, send as sendOnKoa } from 'statuswise/koa'
import { de } from 'statuswise/languages/de'
import { fr } from 'statuswise/languages/fr'
import { ja } from 'statuswise/languages/ja'
import { zhHant } from 'statuswise/languages/zh-Hant'
import { describe, expect, it } from 'vitest'
import { frameworks, hosts, type Io, type TestApp } from '../support/frameworks.ts'
import { answersTo, protectedServer } from '../support/protected.ts'
import { exchange, type RawResponse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

const messages = { 'no-order': 'Die Bestellung {id} gibt es nicht.', young: 'muss mindestens {age} sein' }
const languages = { de: { ...de, messages }, ja, 'zh-Hant': zhHant }

const send = (io: Io, reply: Reply): Promise<void> =>
  io.ctx === undefined ? sendOnExpress(io.res, reply) : sendOnKoa(io.ctx, reply)

const app: TestApp = {
  problems: { languages },
  routes: {
    'GET /missing': () => {
      throw new NotFound({})
    },
    'GET /plain': () => {
      throw new NotFound('No order 7')
    },
    'GET /said': () => {
      throw new NotFound({ detail: message('no-order', 'There is no order {id}.', { id: 7 }) })
    },
    'GET /unsaid': () => {
      throw new NotFound({ detail: message('not-in-a-catalogue', 'There is no order {id}.', { id: 7 }) })
    },
    'GET /declared': () => {
      throw new NotFound({ detail: 'Es gibt keine Bestellung 7.', headers: { 'Content-Language': 'de' } })
    },
    'GET /pig-latin': () => {
      throw new NotFound({ detail: 'Onay Orderway.', headers: { 'Content-Language': 'x-pig-latin' } })
    },
    'GET /maori': () => {
      throw new NotFound({ detail: 'Kāore he tono.', headers: { 'Content-Language': 'mi' } })
    },
    'GET /both': () => {
      throw new NotFound({ detail: 'Kāore he tono. No order.', headers: { 'Content-Language': 'mi, en' } })
    },
    'GET /errors': () => {
      throw new BadRequest({
        errors: [{ pointer: '#/age', detail: message('young', 'must be {age} or more', { age: 18 }) }],
      })
    },
    'GET /mixed-errors': () => {
      throw new BadRequest({
        errors: [
          { pointer: '#/age', detail: message('young', 'must be {age} or more', { age: 18 }) },
          { pointer: '#/name', detail: 'must not be <empty>' },
        ],
      })
    },
    'GET /typed': () => {
      throw new NotFound({ type: 'https://example.com/problems/gone', title: 'Sold out', instance: '/orders/7' })
    },
    'GET /unregistered': () => {
      throw problemFrom(419, { detail: message('no-order', 'There is no order {id}.', { id: 7 }) })
    },
    'GET /withheld': () => {
      throw new InternalServerError({ detail: 'secret', expose: false })
    },
    'PUT /state': ({ req }) => {
      preconditions(req, { etag: '"v2"', required: true })
    },
  },
}

const ask = (target: string, headers: Record<string, string> = {}, method = 'GET'): string =>
  request({ method, target, headers })

async function answer(port: number, ...args: Parameters<typeof ask>): Promise<RawResponse> {
  const { responses, error } = await exchange(port, ask(...args))
  expect(error).toBeUndefined()
  const [response] = responses
  if (response === undefined) throw new Error('no response')
  return response
}

const documentOf = (response: RawResponse): Record<string, unknown> => JSON.parse(String(response.body))

describe.each(hosts)('on $name, with languages on offer', (host) => {
  it('a problem is in the language that its reader asks for, and says so (RFC 9110 §12.5.4, §8.5)', async () => {
    const { port } = await serve(host, app)
    for (const [accept, catalogue] of [
      ['zh-TW,zh;q=0.9,en;q=0.8', zhHant],
      ['de-AT', de],
      ['fr, ja;q=0.1', ja],
    ] as const) {
      const response = await answer(port, '/missing', { 'Accept-Language': accept })
      expect(response.reason).toBe('Not Found')
      expect(response.headers('content-language')).toEqual([catalogue.language])
      expect(response.headers('vary')).toEqual(['Accept, Accept-Language'])
      expect(response.headers('content-length')).toEqual([String(response.body.length)])
      expect(documentOf(response)).toEqual({
        type: 'about:blank',
        status: 404,
        title: catalogue.titles[404],
        detail: catalogue.details[404],
      })
    }
  })

  it('who asks for none of them gets English', async () => {
    const { port } = await serve(host, app)
    for (const headers of [{}, { 'Accept-Language': 'it' }, { 'Accept-Language': `de${',x'.repeat(70)}` }]) {
      const response = await answer(port, '/missing', headers)
      expect(response.headers('content-language')).toEqual(['en'])
      expect(response.headers('vary')).toEqual(['Accept, Accept-Language'])
      expect(documentOf(response)).toMatchObject({ title: 'Not Found' })
    }
  })

  it('HEAD has the fields of GET (RFC 9110 §9.3.2)', async () => {
    const { port } = await serve(host, app)
    const headers = { 'Accept-Language': 'ja', Accept: 'text/html' }
    const get = await answer(port, '/missing', headers)
    const head = await answer(port, '/missing', headers, 'HEAD')
    for (const name of ['content-language', 'content-length', 'content-type', 'vary']) {
      expect(head.headers(name)).toEqual(get.headers(name))
    }
    expect(head.body).toHaveLength(0)
  })

  it('a text of the application goes out as it is, and nobody claims a language for it', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/plain', { 'Accept-Language': 'de' })
    expect(documentOf(response)).toMatchObject({ title: 'Nicht gefunden', detail: 'No order 7' })
    expect(response.headers('content-language')).toEqual([])
    const page = await answer(port, '/plain', { 'Accept-Language': 'de', Accept: 'text/html' })
    expect(String(page.body)).toContain('<html lang="de" dir="ltr">')
    expect(String(page.body)).toContain('<h1>404 Nicht gefunden</h1>')
    expect(String(page.body)).toContain('<p lang="" dir="auto">No order 7</p>')
    const xml = await answer(port, '/plain', { 'Accept-Language': 'de', Accept: 'application/problem+xml' })
    expect(String(xml.body)).not.toContain('xml:lang')
  })

  it('a message of the application is in the language, where a catalogue has it', async () => {
    const { port } = await serve(host, app)
    const german = await answer(port, '/said', { 'Accept-Language': 'de' })
    expect(documentOf(german)).toMatchObject({ detail: 'Die Bestellung 7 gibt es nicht.' })
    expect(german.headers('content-language')).toEqual(['de'])
    const english = await answer(port, '/said')
    expect(documentOf(english)).toMatchObject({ title: 'Not Found', detail: 'There is no order 7.' })
    expect(english.headers('content-language')).toEqual(['en'])
  })

  it('a message that the catalogue lacks is in the default language, and the page says that of it', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/unsaid', { 'Accept-Language': 'de', Accept: 'text/html' })
    expect(response.headers('content-language')).toEqual([])
    expect(String(response.body)).toContain('<p lang="en" dir="auto">There is no order 7.</p>')
  })

  it('who says the language of its own text gets all of it in that', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/declared', { 'Accept-Language': 'ja' })
    expect(documentOf(response)).toMatchObject({ title: 'Nicht gefunden', detail: 'Es gibt keine Bestellung 7.' })
    expect(response.headers('content-language')).toEqual(['de'])
  })

  it.each([
    ['/pig-latin', 'x-pig-latin', ''],
    ['/maori', 'mi', 'mi'],
    ['/both', 'mi, en', ''],
  ])('and the default language where that is none on offer, or several: %s', async (target, declared, marked) => {
    const { port } = await serve(host, app)
    const response = await answer(port, target, { 'Accept-Language': 'ja' })
    expect(documentOf(response)).toMatchObject({ title: 'Not Found' })
    expect(response.headers('content-language')).toEqual([declared])
    const page = await answer(port, target, { 'Accept-Language': 'ja', Accept: 'text/html' })
    expect(String(page.body)).toContain('<html lang="en" dir="ltr">')
    expect(String(page.body)).toContain(`<p lang="${marked}" dir="auto">`)
    const xml = await answer(port, target, { 'Accept-Language': 'ja', Accept: 'application/problem+xml' })
    expect(String(xml.body)).not.toContain('xml:lang')
  })

  it('who rules out English gets another language, and a broken Accept-Language gets English', async () => {
    const { port } = await serve(host, app)
    for (const [accept, language] of [
      ['en;q=0', 'de'],
      ['fr, en;q=0', 'de'],
      ['en;q=0, *;q=0', 'en'],
      ['ja;q=2', 'en'],
      ['ja;;q=1', 'en'],
      ['cmn-Hant', 'zh-Hant'],
    ] as const) {
      const response = await answer(port, '/missing', { 'Accept-Language': accept })
      expect(response.headers('content-language')).toEqual([language])
    }
  })

  it('the parts of a problem are in the language, too', async () => {
    const { port } = await serve(host, app)
    const headers = { 'Accept-Language': 'de' }
    const whole = await answer(port, '/errors', headers)
    expect(documentOf(whole)).toMatchObject({ errors: [{ pointer: '#/age', detail: 'muss mindestens 18 sein' }] })
    expect(whole.headers('content-language')).toEqual(['de'])
    const mixed = await answer(port, '/mixed-errors', { ...headers, Accept: 'text/html' })
    expect(mixed.headers('content-language')).toEqual([])
    expect(String(mixed.body)).toContain(
      '<ul><li>#/age: muss mindestens 18 sein</li><li lang="" dir="auto">#/name: must not be &lt;empty&gt;</li></ul>',
    )
  })

  it('what is around the texts is in the language', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/typed', { 'Accept-Language': 'zh-TW', Accept: 'text/html' })
    expect(response.headers('content-language')).toEqual([])
    expect(String(response.body)).toContain('<html lang="zh-Hant" dir="ltr">')
    expect(String(response.body)).toContain('<h1 lang="" dir="auto">404 Sold out</h1>')
    expect(String(response.body)).toContain('<p>類型：https://example.com/problems/gone</p>')
    expect(String(response.body)).toContain('<p>實例：/orders/7</p>')
    expect(String(response.body)).toContain(`<p>${zhHant.details[404]}</p>`)
  })

  it('XML says its language, as the schema of RFC 9457 appendix B admits', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/missing', { 'Accept-Language': 'ja', Accept: 'application/problem+xml' })
    expect(String(response.body)).toContain('<problem xmlns="urn:ietf:rfc:7807" xml:lang="ja">')
  })

  it('an unregistered status is in the language under the one that is sent for it', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/unregistered', { 'Accept-Language': 'de' })
    expect(documentOf(response)).toMatchObject({
      status: 403,
      title: de.titles[403],
      detail: 'Die Bestellung 7 gibt es nicht.',
    })
  })

  it('what is withheld says nothing in any language', async () => {
    const { port } = await serve(host, app)
    const response = await answer(port, '/withheld', { 'Accept-Language': 'de' })
    expect(documentOf(response)).toEqual({
      type: 'about:blank',
      status: 500,
      title: 'Interner Serverfehler',
      detail: de.details[500],
    })
  })

  it('a condition that is false or missing is explained in the language', async () => {
    const { port } = await serve(host, app)
    const headers = { 'Accept-Language': 'de' }
    const failed = await answer(port, '/state', { ...headers, 'If-Match': '"v1"' }, 'PUT')
    expect(documentOf(failed).detail).toBe(de.texts['condition-false'].replace('{field}', 'If-Match'))
    expect(failed.headers('content-language')).toEqual(['de'])
    const missing = await answer(port, '/state', headers, 'PUT')
    expect(documentOf(missing).detail).toBe(de.texts['condition-required-with-tag'])
  })
})

describe.each(hosts)('on $name, with one language', (host) => {
  it('nothing is negotiated', async () => {
    const { port } = await serve(host, { ...app, problems: { languages: { de }, defaultLanguage: 'de' } })
    const response = await answer(port, '/missing', { 'Accept-Language': 'ja', Accept: 'text/html' })
    expect(response.headers('content-language')).toEqual([])
    expect(response.headers('vary')).toEqual(['Accept'])
    expect(String(response.body)).toContain('<html lang="de" dir="ltr">')
    expect(String(response.body)).toContain('<h1>404 Nicht gefunden</h1>')
  })

  it('and that English, each byte is as it was without the option', async () => {
    const { port } = await serve(host, { ...app, problems: {} })
    const same = await serve(host, { ...app, problems: { languages: undefined } })
    for (const target of ['/missing', '/plain', '/said', '/errors', '/typed']) {
      for (const accept of ['text/html', 'text/plain', 'application/problem+xml', '*/*']) {
        const headers = { Accept: accept, 'Accept-Language': 'de' }
        const response = await answer(port, target, headers)
        expect(response.headers('content-language')).toEqual([])
        expect(response.headers('vary')).toEqual(['Accept'])
        expect(String(response.body)).not.toMatch(/dir=|xml:lang|lang=""/)
        expect(String((await answer(same.port, target, headers)).body)).toBe(String(response.body))
      }
    }
  })
})

describe.each(frameworks)('on $name, conform()', ({ family, ...host }) => {
  const conforming: TestApp = {
    conform: { languages, bodyLimit: 10 },
    problems: {},
    routes: {
      'GET /bare': (io) => {
        io.status(403)
        if (io.express !== undefined) io.express.res.end()
      },
      'POST /': (io) => io.body('fine'),
      'GET /moved': (io) => send(io, found('/elsewhere?a=1&b=2')),
      'GET /choices': (io) => send(io, multipleChoices([{ location: '/a' }, { location: '/b' }])),
      'GET /named': (io) => send(io, multipleChoices([{ location: '/a', title: 'Plan A' }])),
    },
  }

  it('gives a bare error its document in the language', async () => {
    const { port } = await serve(host, conforming)
    const response = await answer(port, '/bare', { 'Accept-Language': 'de' })
    expect(documentOf(response)).toMatchObject({ status: 403, title: 'Zugriff verweigert', detail: de.details[403] })
    expect(response.headers('content-language')).toEqual(['de'])
    expect(response.headers('vary')).toEqual(['Accept, Accept-Language'])
  })

  it('shares the languages with problems()', async () => {
    const { port } = await serve(host, conforming)
    const response = await answer(port, '/nowhere', { 'Accept-Language': 'zh-HK' })
    expect(documentOf(response)).toMatchObject({ title: '找不到資源' })
  })

  it('and problems() each offer their own, where both are told', async () => {
    const { port } = await serve(host, {
      ...conforming,
      conform: { languages: { de }, defaultLanguage: 'de' },
      problems: { languages: { ja, fr }, defaultLanguage: 'fr' },
    })
    expect(documentOf(await answer(port, '/bare'))).toMatchObject({
      title: (family === 'koa' ? fr : de).titles[403],
    })
    const nowhere = await answer(port, '/nowhere', { 'Accept-Language': 'de, ja;q=0.5' })
    expect(nowhere.headers('content-language')).toEqual(['ja'])
    expect(documentOf(await answer(port, '/nowhere'))).toMatchObject({ title: fr.titles[404] })
  })

  it('refuses too much content in the language', async () => {
    const { port } = await serve(host, conforming)
    const sent = `POST / HTTP/1.1\r\nHost: a\r\nAccept-Language: de\r\nConnection: close\r\nContent-Length: 11\r\n\r\n12345678901`
    const { responses } = await exchange(port, sent)
    const detail = de.texts['content-over-limit'].replace('{limit}', '10')
    expect(JSON.parse(String(responses[0]?.body))).toMatchObject({ status: 413, detail })
  })

  it('has the pages of redirects and choices in the language', async () => {
    const { port } = await serve(host, conforming)
    const headers = { 'Accept-Language': 'de', Accept: 'text/html' }
    const moved = await answer(port, '/moved', headers)
    expect(moved.headers('content-language')).toEqual(['de'])
    expect(moved.headers('vary')).toEqual(['Accept, Accept-Language'])
    expect(String(moved.body)).toBe(
      '<!doctype html><html lang="de" dir="ltr"><meta charset="utf-8"><title>Gefunden</title>' +
        '<p>Gefunden: <a href="/elsewhere?a=1&amp;b=2">/elsewhere?a=1&amp;b=2</a></p></html>\n',
    )
    const choices = await answer(port, '/choices', headers)
    expect(choices.headers('content-language')).toEqual(['de'])
    expect(String(choices.body)).toContain('<title>Mehrere Möglichkeiten</title>')
    const named = await answer(port, '/named', headers)
    expect(named.headers('content-language')).toEqual([])
    expect(String(named.body)).toContain('<a href="/a" lang="" dir="auto">Plan A</a>')
    const json = await answer(port, '/choices', { 'Accept-Language': 'de' })
    expect(json.headers('content-language')).toEqual([])
    expect(json.headers('content-type')).toEqual(['application/json'])
  })
})

describe.each(frameworks)('on $name, maintenance()', ({ family, ...host }) => {
  it('tells of it in the language', async () => {
    const closed = { active: true, retryAfter: 60 }
    const { port } = await serve(host, {
      problems: { languages },
      before: { express: [maintenanceOfExpress(closed)], koa: [maintenanceOfKoa(closed)] },
      routes: {},
    })
    const response = await answer(port, '/', { 'Accept-Language': 'de' })
    expect(documentOf(response)).toMatchObject({ status: 503, detail: de.texts.maintenance })
    expect(response.headers('content-language')).toEqual(['de'])
  })
})

describe.each(hosts)('on $name, protect()', (host) => {
  it('says what is wrong with a request in the language that it asks for', async () => {
    const { port } = await protectedServer(host, { languages })
    const [response] = await answersTo(port, 'GET / HTTP/1.1\r\nAccept-Language: zh-TW\r\nConnection: close\r\n\r\n')
    expect(JSON.parse(String(response?.body))).toMatchObject({ title: '請求有誤', detail: zhHant.texts['no-host'] })
    expect(response?.headers('content-language')).toEqual(['zh-Hant'])
  })

  it.each<[string, string, keyof typeof de.texts, Record<string, string>?]>([
    ['another version', 'GET / HTTP/2.0\r\nHost: a', 'unknown-version', { major: '2' }],
    ['a target without a valid host', 'GET http://a:b/ HTTP/1.1\r\nHost: a', 'invalid-target-host'],
    ['HTTP/1.0 in chunks', 'POST / HTTP/1.0\r\nTransfer-Encoding: chunked', 'transfer-encoding-in-1.0'],
    ['a folded field', 'GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c', 'unreadable-folded'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1',
      'unreadable-two-lengths',
    ],
  ])('has a text for %s', async (_, head, id, values = {}) => {
    const { port } = await protectedServer(host, { languages: { fr, de }, defaultLanguage: 'fr' })
    const [response] = await answersTo(port, `${head}\r\nConnection: close\r\n\r\n`)
    const text = fr.texts[id].replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? '')
    expect(JSON.parse(String(response?.body)).detail).toBe(text)
    expect(response?.headers('content-language')).toEqual(['fr'])
  })

  it('and in the default language where nobody could read what it asks for', async () => {
    const { port } = await protectedServer(host, { languages: { fr, de }, defaultLanguage: 'fr' })
    const [response] = await answersTo(port, 'get / HTTP/1.1\r\nHost: a\r\nAccept-Language: de\r\n\r\n')
    expect(JSON.parse(String(response?.body)).detail).toBe(fr.texts['unreadable-method-case'])
    expect(response?.headers('content-language')).toEqual(['fr'])
  })
})

describe('a problem with a message', () => {
  it('has its text as any other has', () => {
    const detail = message('full', 'Only {left} left.', { left: 3 })
    const problem = new ContentTooLarge({ detail, type: '/full', title: message('full.title', 'Full') })
    expect(problem).toMatchObject({ message: 'Only 3 left.', detail: 'Only 3 left.', title: 'Full' })
    expect(problem).toBeInstanceOf(HttpProblem)
    expect(JSON.parse(JSON.stringify(problem))).toMatchObject({ title: 'Full', detail: 'Only 3 left.' })
  })
})
