import {
  type ClientErrorCode,
  type ContentfulCode,
  type ContentlessCode,
  type InformationalCode,
  lookup,
  type RedirectionCode,
  type ServerErrorCode,
  type StatusCode,
  type SuccessfulCode,
  statuses,
  type UnknownToRegistry,
  type UnregisteredCode,
  unregisteredStatuses,
} from 'statuswise/status'
import { describe, expect, expectTypeOf, it } from 'vitest'
import table from '../../spec/unregistered-statuses.json' with { type: 'json' }
import { statuses as registry } from '../../src/status/index.ts'

describe('lookup()', () => {
  it.each([404, '404', 'Not Found', 'not-found', 'NotFound', 'NOT_FOUND', '404 Not Found'])(
    'finds 404 as %j',
    (asked) => {
      expect(lookup(asked)).toMatchObject({ registered: true, code: 404, phrase: 'Not Found' })
    },
  )

  it.each(table.formerPhrases)('finds $code by its former phrase "$phrase"', ({ code, phrase }) => {
    expect(lookup(phrase)).toMatchObject({ registered: true, code })
    expect(lookup(code)).toMatchObject({ formerPhrases: expect.arrayContaining([phrase]) })
  })

  it('finds 414 by the phrase of RFC 2616 §6.1.1, which servers still send', () => {
    expect(lookup('Request-URI Too Large')).toBe(lookup(414))
  })

  it.each(table.formerMeanings)('tells what $code once meant', ({ code, name, forThatMeaning }) => {
    expect(lookup(code)).toMatchObject({
      registered: true,
      formerMeaning: { name, from: expect.stringMatching(/\w/), today: forThatMeaning ?? undefined },
    })
  })

  const foreign = table.unregistered.filter(({ code }) => code !== 306 && code !== 418)
  it.each(foreign)('knows $code, and that it is not registered', ({ code, name, http }) => {
    const found = lookup(code)
    expect(found).toEqual({
      registered: false,
      code,
      name,
      seenIn: expect.stringMatching(/\w/),
      instead: http ?? undefined,
      why: expect.stringMatching(/\w/),
    })
    expect(lookup(name)).toBe(found)
  })

  it('says of 306 and 418 that they are reserved', () => {
    expect(lookup(306)).toMatchObject({ registered: true, sender: 'nobody', note: expect.stringMatching(/reserved/) })
    expect(lookup(418)).toMatchObject({ registered: true, note: expect.stringMatching(/reserved/) })
  })

  it.each([
    0,
    -404,
    99,
    404.5,
    601,
    999,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    ' ',
    '40.4',
    '4.04',
    '4,04',
    '4 04',
    '-404',
    '+404',
    '404.0',
    104,
    'constructor',
    'x',
  ])('knows nothing of %j', (asked) => expect(lookup(asked)).toBeUndefined())

  it('finds each status by the phrase that it gives, and 306 by what the registry calls it', () => {
    for (const status of statuses) {
      expect(lookup(status.phrase)).toBe(status)
      expect(lookup(`${status.code} ${status.phrase}`)).toBe(status)
    }
    expect(lookup('(Unused)')).toBe(lookup(306))
  })

  it('knows the type of what it gives', () => {
    expectTypeOf(lookup(509)).toEqualTypeOf<UnknownToRegistry & { readonly code: 509 }>()
    expect([lookup(509).registered, lookup(509).instead, lookup(444).instead]).toEqual([false, 503, undefined])
    expectTypeOf(lookup(404).code).toEqualTypeOf<404>()
    expectTypeOf(lookup(404).meaning).toEqualTypeOf<string>()
    expectTypeOf<ReturnType<typeof lookup>>().toExtend<object | undefined>()
    // @ts-expect-error: whether a name is known is seen at run time only.
    void (() => lookup('Not Found').code)
  })
})

describe('the codes', () => {
  it('are those of the registry, with their classes and contents as types', () => {
    const of = <Code extends StatusCode>(
      is: (one: (typeof registry)[number]) => boolean,
      codes: readonly Code[],
    ): void => expect(registry.filter(is).map(({ code }) => code)).toEqual(codes)
    of<InformationalCode>(({ code }) => code < 200, [100, 101, 102, 103])
    of<SuccessfulCode>(({ class: name }) => name === 'successful', [200, 201, 202, 203, 204, 205, 206, 207, 208, 226])
    of<RedirectionCode>(({ class: name }) => name === 'redirection', [300, 301, 302, 303, 304, 305, 306, 307, 308])
    of<ClientErrorCode>(
      ({ class: name }) => name === 'client error',
      [
        ...([400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418] as const),
        ...([421, 422, 423, 424, 425, 426, 428, 429, 431, 451] as const),
      ],
    )
    of<ServerErrorCode>(({ code }) => code >= 500, [500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511])
    of<ContentlessCode>(({ content }) => !content, [100, 101, 102, 103, 204, 205, 304])
    expectTypeOf<204>().not.toExtend<ContentfulCode>()
    expectTypeOf<200>().toExtend<ContentfulCode>()
  })

  it('that nobody has registered are those of the table', () => {
    const codes = [
      ...([419, 420, 440, 444, 449, 450, 494, 495, 496, 497, 498, 499, 509] as const),
      ...([520, 521, 522, 523, 524, 525, 526, 529, 530, 598, 599, 600] as const),
    ]
    expect(unregisteredStatuses.map(({ code }) => code)).toEqual(codes)
    expectTypeOf<(typeof codes)[number]>().toEqualTypeOf<UnregisteredCode>()
  })

  it('that owe fields only in a case say which, and when (RFC 9110 §15.3.7, §15.4.5)', () => {
    expect(statuses.filter(({ mustIf }) => mustIf.length > 0).map(({ code }) => code)).toEqual([206, 304])
    const as200 = ['Cache-Control', 'Content-Location', 'Date', 'ETag', 'Expires', 'Vary']
    expect(lookup(206).mustIf.map(({ fields }) => fields)).toEqual([['Content-Range'], as200])
    expect(lookup(304).mustIf.map(({ fields }) => fields)).toEqual([as200])
    // What the pipeline supplies of itself is another list.
    expect([...lookup(206).must, ...lookup(304).must]).toEqual([])
  })

  it('say where a request may be sent again: to the same target on another connection (RFC 9110 §15.5.20)', () => {
    expect(lookup(421).retry).toBe('on another connection')
    expect(statuses.filter(({ retry }) => retry === 'elsewhere').every(({ code }) => code >= 300 && code < 400)).toBe(
      true,
    )
  })

  it.each([
    [305, 'RFC 7231 Appendix B'],
    [425, 'RFC 8470 §5.2'],
    [507, 'RFC 4918 §11.5'],
  ] as const)('%i has a note with its source: %s', (code, source) => {
    expect(lookup(code).note).toContain(`(${source})`)
  })

  it('are listed in order, frozen, with all that there is to know', () => {
    expect(statuses.map(({ code }) => code)).toEqual(registry.map(({ code }) => code))
    expect(unregisteredStatuses.map(({ code }) => code)).toEqual(
      unregisteredStatuses.map(({ code }) => code).toSorted((one, other) => one - other),
    )
    for (const entry of [...statuses, ...unregisteredStatuses]) {
      const parts = Object.values(entry).filter((part) => typeof part === 'object')
      const deep = parts.flatMap((part) => Object.values(part as object))
      for (const part of [entry, ...parts, ...deep]) expect(Object.isFrozen(part), String(entry.code)).toBe(true)
    }
    for (const entry of statuses) {
      for (const text of [entry.meaning, entry.caches, entry.crawlers])
        expect(text, String(entry.code)).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('have alternatives that are others, and meant to be sent', () => {
    for (const { code, alternatives } of statuses) {
      for (const other of alternatives) {
        expect(other.code).not.toBe(code)
        expect(lookup(other.code), `${code} → ${other.code}`).not.toMatchObject({ sender: 'nobody' })
        expect(other.when).toMatch(/^\w.*[^.]$/)
      }
    }
  })

  it('that not every server may send say so', () => {
    const others = statuses.filter(({ sender }) => sender !== 'any server').map(({ code }) => code)
    expect(others).toEqual([203, 305, 306, 407, 421, 502, 504, 511])
  })

  it('say what caches do as the registry has it', () => {
    for (const { code, cacheable, noStore, caches } of statuses.filter(({ code }) => code >= 200)) {
      if (noStore) expect(caches, String(code)).toContain('no-store')
      else if (![206, 304].includes(code)) {
        // RFC 9111 §3: any final status, if a field allows it; that can be public, which says no time (§4.2.2).
        const kept = cacheable ? /may keep it without/ : /only if Cache-Control or Expires allows it/
        expect(caches, String(code)).toMatch(kept)
      }
    }
  })

  it('without content leave crawlers nothing to index', () => {
    for (const { code, content, crawlers } of statuses.filter(({ code }) => code >= 200)) {
      if (!content) expect(crawlers, String(code)).not.toContain('may index')
    }
  })
})
