import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { de } from '../../src/languages/de.ts'
import { es } from '../../src/languages/es.ts'
import type { Catalogue } from '../../src/languages/index.ts'
import { Conflict, NotFound, problemFrom } from '../../src/problems/index.ts'
import { found, multipleChoices, type Reply } from '../../src/replies/index.ts'
import { createResponder, type FramedReply, frame, readLanguages } from '../../src/respond/index.ts'
import { say } from '../../src/text/index.ts'

/** German as of a version of this package that had less to say. */
function older(lacking: { title?: number; detail?: number; text?: string }): Catalogue {
  const without = (texts: object, name: unknown): object =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => key !== String(name)))
  return {
    ...de,
    titles: without(de.titles, lacking.title),
    details: without(de.details, lacking.detail),
    texts: without(de.texts, lacking.text),
  } as Catalogue
}

const german = (accept: string): { headers: Record<string, string> } => ({
  headers: { accept, 'accept-language': 'de' },
})

function answered(catalogue: Catalogue, thrown: unknown, accept = '*/*'): FramedReply {
  return createResponder({ languages: { de: catalogue } }).respond(thrown, german(accept))
}

const documentOf = ({ body }: FramedReply): unknown => JSON.parse(String(body))

let warnings: string[] = []

beforeEach(() => {
  warnings = []
  vi.spyOn(console, 'warn').mockImplementation((text: string) => warnings.push(text))
})

afterEach(() => vi.restoreAllMocks())

describe('what a catalogue lacks', () => {
  it('is said in English, and then nobody says that all is in one language (RFC 9110 §8.5)', () => {
    const lacking = older({ title: 404, detail: 409, text: 'maintenance' })
    const untitled = answered(lacking, new NotFound())
    expect(documentOf(untitled)).toMatchObject({ title: 'Not Found', detail: de.details[404] })
    expect(untitled.headers['Content-Language']).toBeUndefined()
    const unexplained = answered(lacking, new Conflict())
    expect(documentOf(unexplained)).toMatchObject({ title: de.titles[409], detail: expect.stringMatching(/^The /) })
    expect(unexplained.headers['Content-Language']).toBeUndefined()
    const unsaid = answered(lacking, new NotFound({ type: '/x', title: say('maintenance') }))
    expect(documentOf(unsaid)).toMatchObject({ title: expect.stringMatching(/^This service is closed/) })
    expect(unsaid.headers['Content-Language']).toBeUndefined()
  })

  it('leaves a document alone in which it is not said', () => {
    const lacking = older({ title: 404, detail: 409 })
    expect(answered(lacking, undefined).headers['Content-Language']).toBe('de')
    const own = { detail: 'Schon vergeben.', headers: { 'Content-Language': 'de' } }
    expect(answered(lacking, new Conflict(own), 'application/problem+xml').body).toContain('xml:lang="de"')
  })

  it('is marked as English on a page', () => {
    const page = answered(older({ title: 404, text: 'instance' }), new NotFound({ instance: '/a' }), 'text/html').body
    expect(page).toContain('<html lang="de" dir="ltr">')
    expect(page).toContain('<h1 lang="en" dir="auto">404 Not Found</h1>')
    expect(page).toContain(`<p>${de.details[404]}</p>`)
    expect(page).toContain('<p lang="en" dir="auto">Instance: /a</p>')
  })

  it('is English, not the default language, also where that is the one that lacks it', () => {
    const lacking = older({ title: 404, text: 'maintenance' })
    const { respond } = createResponder({ languages: { de: lacking, es }, defaultLanguage: 'de' })
    const reply = respond(new NotFound(say('maintenance')), { headers: {} })
    expect(documentOf(reply)).toMatchObject({ title: 'Not Found', detail: expect.stringMatching(/^This service/) })
    expect(reply.headers['Content-Language']).toBeUndefined()
    const titled = respond(new Conflict(say('maintenance')), { headers: {} })
    expect(documentOf(titled)).toMatchObject({ title: de.titles[409], detail: expect.stringMatching(/^This service/) })
    expect(titled.headers['Content-Language']).toBeUndefined()
  })

  it('is English, not the default language, also where that one has it', () => {
    const { respond } = createResponder({
      languages: { de: older({ text: 'maintenance' }), es },
      defaultLanguage: 'es',
    })
    const reply = respond(new Conflict(say('maintenance')), german('*/*'))
    expect(documentOf(reply)).toMatchObject({ title: de.titles[409], detail: expect.stringMatching(/^This service/) })
    expect(reply.headers['Content-Language']).toBeUndefined()
  })

  it('is marked as English in the notes of redirects and choices', () => {
    const languages = readLanguages({ languages: { de: older({ title: 302 }) } }, () => {})
    const framed = (reply: Reply): FramedReply =>
      frame(reply, { method: 'GET', ...german('text/html') }, {}, undefined, languages) as FramedReply
    const note = framed(found('/new'))
    expect(note.body).toContain('<title lang="en" dir="auto">Found</title><p lang="en" dir="auto">Found: <a ')
    expect(note.headers['Content-Language']).toBeUndefined()
    const untitled = readLanguages({ languages: { de: older({ title: 300 }) } }, () => {})
    const choices = frame(
      multipleChoices([{ location: '/a' }]),
      { method: 'GET', ...german('text/html') },
      {},
      undefined,
      untitled,
    )
    expect(choices.body).toContain('<title lang="en" dir="auto">Multiple Choices</title>')
    expect(choices.headers['Content-Language']).toBeUndefined()
  })

  it('is told once, at the start, all of it', () => {
    const lacking = older({ title: 404, detail: 409, text: 'maintenance' })
    for (let at = 0; at < 2; at += 1) {
      const { respond } = createResponder({ languages: { de: lacking, es } })
      expect(warnings).toEqual([
        'statuswise: the catalogue in de lacks titles 404, details 409, texts maintenance: said in English',
      ])
      respond(new NotFound(), german('*/*'))
    }
    expect(warnings).toHaveLength(1)
  })

  it('may be the name of a class, or whatever is undefined', () => {
    const classes = { ...de.classes, 'client error': undefined as unknown as string }
    expect(documentOf(answered({ ...de, classes }, problemFrom(477)))).toMatchObject({
      title: 'Client Error',
      detail: de.details[400],
    })
    expect(warnings).toHaveLength(1)
  })
})

describe('a catalogue', () => {
  it('is read once, at the start: what it says later, nobody hears', () => {
    const titles = { ...de.titles }
    const details = { ...de.details }
    const { respond } = createResponder({ languages: { de: { ...de, titles, details } } })
    Reflect.set(titles, 404, 5)
    Reflect.deleteProperty(details, 404)
    expect(documentOf(respond(new NotFound(), german('*/*')))).toMatchObject({
      status: 404,
      title: de.titles[404],
      detail: de.details[404],
    })
  })

  it('that answers each time something else is what it was when it was checked', () => {
    let asked = 0
    const titles = new Proxy(de.titles, {
      get(target, name) {
        asked += 1
        return asked > Object.keys(target).length ? 5 : Reflect.get(target, name)
      },
    })
    const { respond } = createResponder({ languages: { de: { ...de, titles } } })
    expect(documentOf(respond(new NotFound(), german('*/*')))).toMatchObject({ status: 404, title: de.titles[404] })
    expect(asked).toBe(Object.keys(de.titles).length)
  })
})
