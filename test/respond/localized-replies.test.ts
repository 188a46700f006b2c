import { describe, expect, it } from 'vitest'
import { de } from '../../src/languages/de.ts'
import { found, multipleChoices, type Reply } from '../../src/replies/index.ts'
import { type FramedReply, frame, type LanguageOptions, readLanguages } from '../../src/respond/index.ts'

const reader = { method: 'GET', headers: { accept: 'text/html', 'accept-language': 'de' } }

function framed(reply: Reply, options: LanguageOptions): FramedReply {
  return frame(reply, reader, {}, undefined, readLanguages(options)) as FramedReply
}

describe('a reply with a page of ours', () => {
  it('is in the language of the reader, and says so (RFC 9110 §8.5)', () => {
    const { headers, body } = framed(found('/new'), { languages: { de } })
    expect(headers).toMatchObject({ 'Content-Language': 'de', Vary: 'Accept, Accept-Language' })
    expect(body).toContain('<html lang="de" dir="ltr"><meta charset="utf-8"><title>Gefunden</title>')
    expect(headers['Content-Length']).toBe(String(Buffer.byteLength(String(body))))
  })

  it('is in the only language there is, of which nobody has to be told', () => {
    const { headers, body } = framed(multipleChoices([{ location: '/a' }]), {
      languages: { de },
      defaultLanguage: 'de',
    })
    expect(headers['Content-Language']).toBeUndefined()
    expect(headers.Vary).toBe('Accept')
    expect(body).toContain('<title>Mehrere Möglichkeiten</title>')
  })

  it('is as it was where no languages are on offer', () => {
    const { headers, body } = framed(found('/new'), {})
    expect(headers['Content-Language']).toBeUndefined()
    expect(body).toContain('<html lang="en"><meta charset="utf-8"><title>Found</title>')
  })
})

describe('a reply with a page of the application', () => {
  it('is as the application wrote it', () => {
    const page = { type: 'text/html; charset=utf-8', body: '<p>Oui</p>' }
    const { headers, body } = framed({ status: 200, headers: {}, variants: [page] }, { languages: { de } })
    expect(body).toBe(page.body)
    expect(headers.Vary).toBe('Accept')
    expect(headers['Content-Language']).toBeUndefined()
  })
})
