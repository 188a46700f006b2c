import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAccept, parseAccept as parseOurs } from '../../../src/headers/accept.ts'
import { formatAcceptEncoding, parseAcceptEncoding as parseOurCodings } from '../../../src/headers/accept-encoding.ts'
import {
  admitsIdentity,
  codingFor,
  isQvalue,
  parseAccept,
  parseAcceptEncoding,
  type Weighted,
  weightOf,
  weightOfType,
} from '../../../src/rules/grammar/accept.ts'
import { type MediaType, parseMediaType } from '../../../src/rules/grammar/media-types.ts'

const typeOf = (text: string): MediaType => {
  const type = parseMediaType(text)
  if (type === undefined) throw new Error(`No media type: ${text}`)
  return type
}
const wanted = (accept: string, type: string): number | undefined =>
  weightOfType(parseAccept(accept) ?? [], typeOf(type))
const rangeText = ({ name, parameters, weight }: Weighted): string =>
  `${name}${parameters.map((each) => `;${each.name}=${each.value}`).join('')}${weight === undefined ? '' : `;q=${weight}`}`

describe('weights (RFC 9110 §12.4.2)', () => {
  it.each(['0', '1', '0.', '1.', '0.5', '0.123', '1.000'])('takes %s', (text) => expect(isQvalue(text)).toBe(true))
  it.each(['', '2', '-1', '0.1234', '1.1', '01', '.5', '1.0000', '0,5'])('refuses %s', (text) =>
    expect(isQvalue(text)).toBe(false),
  )
})

describe('a request without the field', () => {
  it.each([parseAccept, parseAcceptEncoding])('has no members (%o)', (parse) => {
    expect(parse(undefined)).toEqual([])
  })
})

describe('Accept (RFC 9110 §12.5.1)', () => {
  it('weighs the types of its example', () => {
    const accept = 'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5'
    expect(wanted(accept, 'text/plain;format=flowed')).toBe(1)
    expect(wanted(accept, 'text/plain')).toBe(0.7)
    expect(wanted(accept, 'text/html')).toBe(0.3)
    expect(wanted(accept, 'image/jpeg')).toBe(0.5)
    expect(wanted(accept, 'text/plain;format=fixed')).toBe(0.4)
    expect(wanted(accept, 'text/html;level=3')).toBe(0.3)
  })

  it('admits nothing that it does not list', () => {
    expect(wanted('application/json', 'text/html')).toBe(0)
    expect(wanted('', 'text/html')).toBe(0)
    expect(wanted('text/html;level=1', 'text/html')).toBe(0)
    expect(wanted('text/html;charset="UTF-8"', 'text/html;charset=utf-8')).toBe(1)
    expect(wanted('text/html;q=0, */*', 'TEXT/HTML')).toBe(0)
  })

  it('decides by the most specific range, wherever it stands, and by the first of two alike', () => {
    expect(wanted('*/*;q=0.1, text/*;q=0.2', 'text/html')).toBe(0.2)
    expect(wanted('*/*;q=0.1, text/*;q=0.2, text/html;q=0.3, text/html;a=b;q=0.4', 'text/html;a=b')).toBe(0.4)
    expect(wanted('text/html;q=0.1, text/html;q=0.2', 'text/html')).toBe(0.1)
  })

  it('asks for all parameters of a range, and for no others', () => {
    expect(wanted('text/html;a=b;c=d', 'text/html;a=b')).toBe(0)
    expect(wanted('text/html;a=b;c=d', 'text/html;c=d;e=f;a=B')).toBe(1)
  })

  it('finds the weight wherever it stands', () => {
    expect(parseAccept('text/html;Q=0;level=1')).toEqual([
      {
        name: 'text/html',
        parameters: [{ name: 'level', value: '1', quoted: false }],
        weight: '0',
        weightName: 'Q',
        isWeightLast: false,
      },
    ])
    expect(wanted('text/html;q=nonsense', 'text/html')).toBeUndefined()
  })

  it.each([
    ['text/html', undefined, undefined, true],
    ['text/html;level=1;q=0.5', '0.5', 'q', true],
    ['text/html;;q=0.5; ', '0.5', 'q', true],
    ['text/html;Q=0.5', '0.5', 'Q', true],
    ['text/html;q=0.5;level=1', '0.5', 'q', false],
    ['text/html;q=0.5;q=1', '0.5', 'q', false],
  ])('tells how the weight of %s is written', (range, weight, weightName, isWeightLast) => {
    expect(parseAccept(range)).toMatchObject([{ name: 'text/html', weight, weightName, isWeightLast }])
  })

  it.each(['html', '*/html', 'text/', '/html', 'text/html;level', 'text/html, json', 'text/html;q = 1'])(
    'refuses %s',
    (value) => {
      expect(parseAccept(value)).toBeUndefined()
    },
  )
})

describe('Accept-Encoding (RFC 9110 §12.5.3)', () => {
  it('decides about codings and identity', () => {
    const codings = parseAcceptEncoding('x-gzip;q=0.5, br, *;q=0') ?? []
    expect(codingFor(codings, 'GZIP')?.weight).toBe('0.5')
    expect(codingFor(parseAcceptEncoding('compress') ?? [], 'X-Compress')?.name).toBe('compress')
    expect(codingFor(codings, 'br')?.weight).toBeUndefined()
    expect(codingFor(codings, 'zstd')?.weight).toBe('0')
    expect(admitsIdentity(codings)).toBe(false)
    expect(admitsIdentity(parseAcceptEncoding('*;q=0, identity;q=0.1') ?? [])).toBe(true)
    expect(admitsIdentity(parseAcceptEncoding('identity;q=0.000') ?? [])).toBe(false)
    expect(admitsIdentity(parseAcceptEncoding('') ?? [])).toBe(true)
    expect(admitsIdentity(parseAcceptEncoding('br;q=0') ?? [])).toBe(true)
  })

  it.each(['gzip;level=1', 'gzip;', 'gzip;;q=1', 'gzip;q=1;q=0', 'g zip', '"gzip"'])('refuses %s', (value) => {
    expect(parseAcceptEncoding(value)).toBeUndefined()
  })
})

describe('against src/headers', () => {
  const token = fc.stringMatching(/^[a-z0-9+.-]{1,6}$/)
  const weight = fc.constantFrom('', ';q=0', ';q=0.5', ';q=1.000')
  const parameters = fc.array(
    fc
      .tuple(
        token.filter((name) => name !== 'q'),
        token,
      )
      .map(([name, value]) => `;${name}=${value}`),
    { maxLength: 2 },
  )
  const range = fc
    .tuple(token, fc.oneof(token, fc.constant('*')), parameters, weight)
    .map(([type, subtype, given, q]) => `${type}/${subtype}${given.join('')}${q}`)
  const coding = fc.tuple(fc.oneof(token, fc.constant('*')), weight).map((parts) => parts.join(''))

  it('reads Accept as it is written', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 4 }), (ranges) => {
        expect(parseAccept(formatAccept(ranges))?.map(rangeText)).toEqual(ranges)
      }),
    )
  })

  it('reads Accept-Encoding as it is written', () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 4 }), (codings) => {
        expect(parseAcceptEncoding(formatAcceptEncoding(codings))?.map(rangeText)).toEqual(codings)
      }),
    )
  })

  const pieces = fc.constantFrom('text', '/', '*', 'gzip', ';', 'q', '=', '0.5', '1', ', ', ' ', '"', '\\"', 'level')

  it('refuses what it refuses, but for weights', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const value = parts.join('')
        const weighed = (members: readonly Weighted[] | undefined): boolean =>
          members?.every((member) => weightOf(member) !== undefined) ?? false
        const ranges = parseAccept(value)
        const seen = ranges?.some(({ parameters: given }) => given.some(({ name }) => name === 'q'))
        if (!seen) expect(weighed(ranges), value).toBe(parseOurs(value) !== undefined)
        expect(weighed(parseAcceptEncoding(value)), value).toBe(parseOurCodings(value) !== undefined)
      }),
      { numRuns: 500 },
    )
  })
})
