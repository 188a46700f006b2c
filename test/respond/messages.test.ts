import { describe, expect, it } from 'vitest'
import { de } from '../../src/languages/de.ts'
import { en } from '../../src/languages/en.ts'
import { es } from '../../src/languages/es.ts'
import { BadGateway, BadRequest, Conflict, problemFrom } from '../../src/problems/index.ts'
import { createResponder, type MessageFormat, type Resolution, type ResponderOptions } from '../../src/respond/index.ts'
import { type MessageValues, message } from '../../src/text/index.ts'

/** A formatter that does what a test says. */
function formatting(format: (text: string, locale: string, values: MessageValues) => unknown): MessageFormat {
  return class {
    readonly #text: string
    readonly #locale: string
    constructor(text: string, locale: string) {
      this.#text = text
      this.#locale = locale
    }
    format(values: Record<string, unknown>): unknown {
      return format(this.#text, this.#locale, values as MessageValues)
    }
  }
}

const messages = { left: 'Quedan {count, plural, one {# plaza} other {# plazas}}.', plain: 'Saldo: {balance}' }
const languages = { es: { ...es, messages } }

function resolved(options: ResponderOptions, thrown: unknown, acceptLanguage = 'es'): Resolution {
  return createResponder(options).resolve(thrown, {
    method: 'GET',
    httpVersion: '1.1',
    headers: { 'accept-language': acceptLanguage },
  })
}

const detailOf = ({ reply }: Resolution): unknown => JSON.parse(String(reply.body)).detail

const left = new Conflict({ detail: message('left', 'There are {count} places left.', { count: 2 }) })
const plain = new Conflict({ detail: message('plain', 'Balance: {balance}', { balance: 30 }) })

describe('a message alone', () => {
  const balance = message('plain', 'Balance: {balance}', { balance: 30 })
  const languages = { es: { ...es, messages: { plain: messages.plain } } }

  it.each([
    ['the class', new Conflict(balance)],
    ['problemFrom()', problemFrom(409, balance)],
  ])('is the detail of a 4xx, given to %s', (_, thrown) => {
    expect(thrown.message).toBe('Balance: 30')
    expect(detailOf(resolved({ languages }, thrown))).toBe('Saldo: 30')
    expect(detailOf(resolved({ languages }, thrown, 'en'))).toBe('Balance: 30')
  })

  it.each([
    ['the class', new BadGateway(balance)],
    ['problemFrom()', problemFrom(502, balance)],
    ['problemFrom() with no status', problemFrom(0, balance)],
  ])('is for the log with a 5xx, given to %s', (_, thrown) => {
    expect(thrown.message).toMatch(/Balance: 30$/)
    expect(String(resolved({ languages }, thrown).reply.body)).not.toMatch(/30/)
  })
})

describe('an apostrophe in a message without formats', () => {
  it.each([
    ["l'{count}", "l'2"],
    ["l''{count}", "l'2"],
    ["'{count}'", "'2'"],
  ])('is one: %s', (text, said) => {
    const french = { fr: { ...es, language: 'fr', messages: { left: text } } }
    const messageFormat = formatting(() => 'formatted')
    expect(detailOf(resolved({ languages: french }, left, 'fr'))).toBe(said)
    expect(detailOf(resolved({ languages: french, messageFormat }, left, 'fr'))).toBe(said)
  })
})

describe('a message in ICU MessageFormat', () => {
  it('is formatted by what the application gives for it, which learns text, language and values', () => {
    const seen: unknown[] = []
    const messageFormat = formatting((...args) => {
      seen.push(args)
      return 'Quedan 2 plazas.'
    })
    const resolution = resolved({ languages, messageFormat }, left)
    expect(detailOf(resolution)).toBe('Quedan 2 plazas.')
    expect(resolution.reply.headers['Content-Language']).toBe('es')
    expect(seen).toEqual([[messages.left, 'es', { count: 2 }]])
  })

  it('is compiled once, at the start, and markup in it is text', () => {
    const made: unknown[] = []
    const messageFormat = class {
      constructor(...args: unknown[]) {
        made.push(args)
      }
      format(): string {
        return 'x'
      }
    }
    const { respond } = createResponder({ languages, messageFormat })
    for (let at = 0; at < 3; at += 1) respond(left, { headers: { 'accept-language': 'es' } })
    expect(made).toEqual([[messages.left, 'es', undefined, { ignoreTag: true }]])
  })

  it('needs no formatter if it only has values', () => {
    const only = { es: { ...es, messages: { plain: messages.plain } } }
    expect(detailOf(resolved({ languages: only }, plain))).toBe('Saldo: 30')
  })

  it('that is none is refused at the start, with what is wrong with it', () => {
    const wrong = class {
      constructor() {
        throw new SyntaxError('EXPECT_ARGUMENT')
      }
      format(): string {
        return ''
      }
    }
    expect(() => createResponder({ languages, messageFormat: wrong })).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: 'the message "left" in es is no ICU MessageFormat',
        cause: expect.any(SyntaxError),
      }),
    )
  })

  it.each<[what: string, format: () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('secret')
      },
    ],
    ['gives no text', () => ['Quedan ', 2]],
    ['gives nothing', () => undefined],
    ['gives a promise that is rejected', () => Promise.reject(new Error('secret'))],
  ])('goes out in the default language where the formatter %s, and that is reported', (_, format) => {
    const resolution = resolved({ languages, messageFormat: formatting(format) }, left)
    expect(detailOf(resolution)).toBe('There are 2 places left.')
    expect(resolution.reply.headers['Content-Language']).toBeUndefined()
    expect(resolution.reply.body).not.toContain('secret')
    const reported = { kind: 'callback', name: 'languages: "left" in es' }
    expect(resolution.dropped).toMatchObject([reported])
  })

  it('whose value is missing goes out in the default language, and that is reported', () => {
    const resolution = resolved({ languages: { es: { ...es, messages: { plain: 'Saldo: {saldo}' } } } }, plain)
    expect(detailOf(resolution)).toBe('Balance: 30')
    expect(resolution.dropped).toMatchObject([{ name: 'languages: "plain" in es', reason: 'it threw' }])
  })
})

describe('a message that the chosen language lacks', () => {
  it('is that of the default language, if this has it', () => {
    const both = { es, en: { ...en, messages: { plain: 'You have {balance}.' } } }
    const resolution = resolved({ languages: both }, plain)
    expect(detailOf(resolution)).toBe('You have 30.')
    expect(resolution.dropped).toEqual([])
  })

  it('is its text, which is in the default language', () => {
    const resolution = resolved({ languages: { es, de }, defaultLanguage: 'de' }, plain)
    expect(detailOf(resolution)).toBe('Balance: 30')
    expect(resolution.reply.headers['Content-Language']).toBeUndefined()
    const whole = resolved({ languages: { es, de }, defaultLanguage: 'de' }, plain, 'de')
    expect(detailOf(whole)).toBe('Balance: 30')
    expect(whole.reply.headers['Content-Language']).toBe('de')
  })

  it('is never one of the library by accident', () => {
    const problem = new Conflict({ detail: message('maintenance', 'The machine is being oiled.') })
    expect(detailOf(resolved({ languages: { es } }, problem))).toBe('The machine is being oiled.')
  })
})

describe('a message as a title', () => {
  it('is in the language of the reader, with the type that it names', () => {
    const problem = new Conflict({ type: '/full', title: message('full', 'Full'), detail: message('none', 'None.') })
    const full = { de: { ...de, messages: { full: 'Ausgebucht', none: 'Nichts frei.' } } }
    const { reply } = resolved({ languages: full }, problem, 'de')
    expect(JSON.parse(String(reply.body))).toMatchObject({ type: '/full', title: 'Ausgebucht', detail: 'Nichts frei.' })
    expect(reply.headers['Content-Language']).toBe('de')
  })

  it('does not stand for what was assigned to the member since', () => {
    const problem = new Conflict({ detail: message('plain', 'Balance: {balance}', { balance: 30 }) })
    Reflect.set(problem, 'detail', 'Something else')
    expect(detailOf(resolved({ languages: { es } }, problem))).toBe('Something else')
  })
})

describe('errors with messages', () => {
  it('that fight back cost nothing but themselves', () => {
    const hostile = {
      get detail() {
        return message('plain', 'Balance: {balance}', { balance: 1 })
      },
      get other(): never {
        throw new Error('secret')
      },
    }
    const resolution = resolved({ languages: { es } }, new BadRequest({ errors: [hostile] }))
    expect(resolution.reply.status).toBe(400)
    expect(resolution.reply.body).not.toContain('secret')
    expect(resolution.reply.headers['Content-Language']).toBeUndefined()
  })

  it('are as they were given where no language is on offer', () => {
    const errors = [{ pointer: '#/a', detail: message('plain', 'Balance: {balance}', { balance: 1 }) }]
    const { reply } = resolved({}, new BadRequest({ errors }))
    expect(JSON.parse(String(reply.body)).errors).toEqual([{ pointer: '#/a', detail: 'Balance: 1' }])
  })

  it('leave the error as the application made it', () => {
    const errors = [{ detail: message('plain', 'Balance: {balance}', { balance: 1 }) }]
    const problem = new BadRequest({ errors })
    const { reply } = resolved({ languages: { es: { ...es, messages: { plain: 'Saldo: {balance}' } } } }, problem)
    expect(JSON.parse(String(reply.body)).errors).toEqual([{ detail: 'Saldo: 1' }])
    expect(problem.extensions).toEqual({ errors })
  })
})

// An optional peer: tried where it is installed.
const name: string = 'intl-messageformat'
const installed: { readonly IntlMessageFormat: MessageFormat } | undefined = await import(name).catch(() => undefined)

describe.skipIf(installed === undefined)('with the package intl-messageformat', () => {
  const options = (own: Record<string, string>): ResponderOptions => ({
    languages: { es: { ...es, messages: own } },
    ...(installed === undefined ? {} : { messageFormat: installed.IntlMessageFormat }),
  })

  it.each<[text: string, values: MessageValues, result: string]>([
    [messages.left, { count: 1 }, 'Quedan 1 plaza.'],
    [messages.left, { count: 1234 }, 'Quedan 1234 plazas.'],
    ['Saldo: {balance, number}', { balance: 12345.5 }, 'Saldo: 12.345,5'],
    ['<b>{name}</b>', { name: '<i>' }, '<b><i></b>'],
    ["Llaves: '{'{name}'}'", { name: 'a' }, 'Llaves: {a}'],
  ])('%s', (text, values, result) => {
    const problem = new Conflict({ detail: message('own', 'English', values) })
    const resolution = resolved(options({ own: text }), problem)
    expect(detailOf(resolution)).toBe(result)
    expect(resolution.dropped).toEqual([])
  })

  it('refuses what is no MessageFormat, at the start', () => {
    expect(() => createResponder(options({ own: '{count, plural}' }))).toThrow(/"own" in es is no ICU MessageFormat/)
  })

  it('reports a value that is missing', () => {
    const resolution = resolved(options({ own: '{other, number}' }), plain)
    const problem = resolved(options({ own: '{other, number}' }), new Conflict({ detail: message('own', 'English') }))
    expect(detailOf(resolution)).toBe('Balance: 30')
    expect(detailOf(problem)).toBe('English')
    expect(problem.dropped).toHaveLength(1)
  })
})
