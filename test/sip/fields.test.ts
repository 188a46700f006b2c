import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readContacts, readMinExpires, readRetryAfter, readWarnings } from '../../src/sip/fields.ts'

describe('Retry-After of SIP (RFC 3261 §20.33)', () => {
  it.each([
    ['18000;duration=3600', 18000],
    ["120 (I'm in a meeting)", 120],
    ['120 (in a meeting);duration=3600', 120],
    ['120(in a meeting)', 120],
    ['120 (one (two (three)) four)', 120],
    ['120 (a \\( that opens nothing)', 120],
    ['120 (a \\\\)', 120],
    ['120 ()', 120],
    ['120 (caf\u00e9 \u65e5\u672c)', 120],
    ['120 ; duration = 3600 ; why="a, \\"b\\"; c" ; flag', 120],
    ['120;host=[2001:db8::1]', 120],
    [' 120\t', 120],
    ['0', 0],
    ['007', 7],
    ['99999999999999999999', 2 ** 32 - 1],
    ['9'.repeat(50_000), 2 ** 32 - 1],
  ])('reads %j', (line, seconds) => {
    expect(readRetryAfter([line])).toBe(seconds)
  })

  it.each([
    ...['', ' ', '-1', '1.5', '+1', 'soon', '120 (', '120 (a', '120 (a))', '120 )', '120 (a) (b)', '120 (a\\', '120 a'],
    ...['120;', '120;=1', '120;duration=', '120;a b', '120,240', '120 "a"', '(a) 120', '1e3', '0x10', '\u0661'],
    ...['Fri, 31 Dec 1999 23:59:59 GMT', '120;a="b'],
  ])('leaves out %j', (line) => {
    expect(readRetryAfter([line])).toBeUndefined()
  })

  it('leaves out what is missing or said twice', () => {
    expect(readRetryAfter([])).toBeUndefined()
    expect(readRetryAfter(['1', '2'])).toBeUndefined()
  })

  it('reads what the grammar makes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ';', '"', '\u00e9', '\\(', '\\)', '\\\\') })
    const comment = fc.letrec<{ comment: string }>((tie) => ({
      comment: fc
        .array(fc.oneof({ maxDepth: 4 }, text, tie('comment')), { maxLength: 3 })
        .map((parts) => `(${parts.join('')})`),
    })).comment
    const parameter = fc.constantFrom(';duration=60', ' ; a', ';b = "c;\\"d"', ';e=f')
    fc.assert(
      fc.property(fc.nat(), fc.option(comment, { nil: '' }), fc.array(parameter), (seconds, said, parameters) => {
        expect(readRetryAfter([`${seconds} ${said}${parameters.join('')}`])).toBe(seconds)
      }),
    )
  })
})

describe('Min-Expires of SIP (RFC 3261 §20.23)', () => {
  it('is a number of seconds', () => {
    expect(readMinExpires(['60'])).toBe(60)
    for (const line of ['', 'a', '60a', '60;a=b', '60, 70', '-1']) expect(readMinExpires([line])).toBeUndefined()
    expect(readMinExpires([])).toBeUndefined()
    expect(readMinExpires(['1', '2'])).toBeUndefined()
  })
})

describe('Warning of SIP (RFC 3261 §20.43)', () => {
  it('gives codes and texts, and keeps the names of machines back', () => {
    expect(
      readWarnings([
        '307 isi.edu "Session parameter \'foo\' not understood"',
        '301 [::1]:5060 "a, b", 399 x "\\"c\\""',
      ]),
    ).toEqual([
      { code: 307, text: "Session parameter 'foo' not understood" },
      { code: 301, text: 'a, b' },
      { code: 399, text: '"c"' },
    ])
  })

  it('keeps back what servers have made up, which tells where they stand', () => {
    const noisy = '392 10.0.0.9:5060 "Noisy feedback tells: req_src_ip=10.0.0.9"'
    expect(readWarnings([noisy, '370 a "b"'])).toEqual([{ code: 370, text: 'b' }])
    expect(readWarnings([noisy])).toBeUndefined()
    for (const code of [199, 299, 390, 398, 400]) expect(readWarnings([`${code} a "b"`])).toBeUndefined()
    for (const code of [300, 389, 399]) expect(readWarnings([`${code} a "b"`])).toEqual([{ code, text: 'b' }])
  })

  it('cuts a text down to a line', () => {
    expect(readWarnings(['307 a "b\u{1f600}c"'])).toEqual([{ code: 307, text: 'b\u{1f600}c' }])
    expect(readWarnings([`307 a "b\u202ec${'d'.repeat(1000)}"`])).toEqual([
      { code: 307, text: `b c${'d'.repeat(197)}` },
    ])
  })

  it.each([
    '',
    '307',
    '307 isi.edu',
    '307 isi.edu "a',
    '30 a "b"',
    '3070 a "b"',
    '307  a "b"',
    '307 a "b" c',
    '307 a "b",',
  ])('leaves out %j', (line) => {
    expect(readWarnings([line])).toBeUndefined()
  })

  it('leaves out what is missing, or too much', () => {
    expect(readWarnings([])).toBeUndefined()
    expect(readWarnings(Array(51).fill('307 a "b"'))).toBeUndefined()
    expect(readWarnings(Array(50).fill('307 a "b"'))).toHaveLength(50)
  })
})

describe('Contact of SIP (RFC 3261 §20.10)', () => {
  it.each([
    ['"Mr. Watson" <sip:watson@worcester.example>;q=0.7; expires=3600', ['sip:watson@worcester.example']],
    ['<sip:a@b>, "c, <sip:no@no>" <mailto:d@e>;q=0.1', ['sip:a@b', 'mailto:d@e']],
    ['sip:caller@u1.example:5060;tag=x', ['sip:caller@u1.example:5060']],
    ['sip:a@b,sip:c@d', ['sip:a@b', 'sip:c@d']],
    ['<sips:a@b;transport=tcp?subject=x,y>', ['sips:a@b;transport=tcp?subject=x,y']],
    ['Anonymous Coward <tel:+15551234>', ['tel:+15551234']],
    ['<SIP:a@[2001:db8::1]:5060>', ['SIP:a@[2001:db8::1]:5060']],
    ['<sip:a@b>, <xmpp:c@d>, javascript:alert(1), "e" <tel:+1>', ['sip:a@b', 'tel:+1']],
  ])('reads %j', (line, uris) => {
    expect(readContacts([line])).toEqual(uris)
  })

  it.each([
    ...['', '*', '<>', '<sip:>', '<sip:a@b', 'sip:a@b>', '<sip:a b>', '"a" "b" <sip:a@b>', '<javascript:alert(1)>'],
    ...['javascript:alert(1)', '<sip:a@b>;', '<sip:a@b> c', '<sip:a@b>,', '"a <sip:a@b>', '<sip:a\\b>', '<data:,a>'],
  ])('leaves out %j', (line) => {
    expect(readContacts([line])).toBeUndefined()
  })
})

describe('a field value of any kind', () => {
  const hostile = [
    '(',
    '((',
    '("',
    '\\',
    '"\\',
    '<',
    '<sip:',
    ',',
    ';a',
    ';a="',
    ' ',
    '\t',
    '1',
    'a',
    '307 a "b",',
    '<sip:a@b>,',
  ]

  it('is read without an exception', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string())
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const lines = [pieces.join('')]
        for (const read of [readRetryAfter, readMinExpires, readWarnings, readContacts]) read(lines)
      }),
    )
  })

  it('is read whatever its length, without an exception', () => {
    const escapes = '\\a'.repeat(4_000_000)
    expect(readWarnings([`307 a "${escapes}"`])).toEqual([{ code: 307, text: 'a'.repeat(200) }])
    expect(readWarnings([`307 a "${escapes}`])).toBeUndefined()
    expect(readContacts([`"${escapes}" <sip:a@b>`])).toEqual(['sip:a@b'])
    expect(readRetryAfter([`120 (${escapes})`])).toBe(120)
  })

  it('is read in linear time, however long', () => {
    const start = performance.now()
    for (const piece of hostile) {
      const line = piece.repeat(200_000)
      for (const before of ['', '120 ', '307 a ', '"']) {
        for (const read of [readRetryAfter, readMinExpires, readWarnings, readContacts]) read([before + line])
      }
    }
    // Quadratic time would be hours.
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
