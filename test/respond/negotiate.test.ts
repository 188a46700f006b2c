import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotFound } from '../../src/problems/index.ts'
import { defaultFormats, type ProblemFormat } from '../../src/respond/formats.ts'
import { createNegotiation, preferredType } from '../../src/respond/negotiate.ts'
import { field, replied } from './replied.ts'

const negotiate = createNegotiation(defaultFormats)

const CHROME =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7'
const FIREFOX = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

describe('the format of a problem document', () => {
  it.each<[string | undefined, ProblemFormat]>([
    // no preference
    [undefined, 'application/problem+json'],
    ['', 'application/problem+json'],
    ['*/*', 'application/problem+json'],
    // by name
    ['application/problem+json', 'application/problem+json'],
    ['application/problem+xml', 'application/problem+xml'],
    ['application/xml', 'application/xml'],
    ['text/html', 'text/html'],
    ['text/plain', 'text/plain'],
    ['TEXT/HTML', 'text/html'],
    // by range
    ['application/*', 'application/problem+json'],
    ['text/*', 'text/html'],
    // what clients send
    ['application/json, text/plain, */*', 'application/problem+json'],
    [CHROME, 'text/html'],
    [FIREFOX, 'text/html'],
    ['text/xml, application/xml', 'application/xml'],
  ])('for Accept: %s is %s', (accept, format) => {
    expect(negotiate(accept)).toBe(format)
  })

  it.each<[string, ProblemFormat]>([
    ['text/html;q=0.5, text/plain;q=0.8', 'text/plain'],
    ['text/html;q=0.123, text/plain;q=0.124', 'text/plain'],
    ['application/json;q=0.2, text/html;q=0.9', 'text/html'],
    ['application/xml;q=0.8, */*;q=0.9', 'application/problem+json'],
    ['text/html;Q=0.5, text/plain', 'text/plain'],
  ])('goes by the weights in %s (RFC 9110 §12.4.2)', (accept, format) => {
    expect(negotiate(accept)).toBe(format)
  })

  it.each<[string, ProblemFormat]>([
    ['*/*, text/html;q=0.1, application/*;q=0.1', 'text/plain'],
    ['text/*, text/html;q=0.3, application/problem+xml;q=0.5', 'text/plain'],
    ['application/*;q=0.4, application/xml;q=0.9, text/html;q=0.5', 'application/xml'],
  ])('goes by the most specific range in %s (RFC 9110 §12.5.1)', (accept, format) => {
    expect(negotiate(accept)).toBe(format)
  })

  it.each<[string, ProblemFormat]>([
    ['text/html;q=0, */*', 'application/problem+json'],
    ['application/json;q=0, application/problem+json;q=0, */*;q=0.1', 'application/problem+xml'],
    ['application/*;q=0, */*', 'text/html'],
    ['text/*, text/html;q=0', 'text/plain'],
  ])('is none with weight 0 in %s', (accept, format) => {
    expect(negotiate(accept)).toBe(format)
  })

  it.each<[string, ProblemFormat]>([
    ['text/html;charset=utf-8', 'text/html'],
    ['text/html; charset=UTF-8', 'text/html'],
    ['text/html; charset="utf-8"', 'text/html'],
    ['application/json;charset=utf-8, text/html;q=0.5', 'application/problem+json'],
    ['application/problem+xml; charset=utf-8', 'application/problem+xml'],
    ['text/plain;charset=utf-8;q=0.1, text/html;charset=utf-8;q=0.2', 'text/html'],
  ])('is in UTF-8, so that %s fits', (accept, format) => {
    expect(negotiate(accept)).toBe(format)
  })

  it.each(['text/html;charset=iso-8859-1', 'text/html;level=1', 'image/png', 'application/*+json', 'a/b;q=1'])(
    'is problem+json for Accept: %s, which fits none',
    (accept) => {
      expect(negotiate(accept)).toBe('application/problem+json')
    },
  )

  it.each([
    'text',
    '/',
    ';',
    ',',
    ', ,,',
    'text/html;q=abc',
    'text/html;q=-1',
    'text/x;a="',
    '\u0000',
    '\u20ac/\u20ac',
    '__proto__',
    'constructor/prototype',
    'text/x;__proto__=1',
  ])('is problem+json for Accept: %j, which is broken', (accept) => {
    expect(negotiate(accept)).toBe('application/problem+json')
  })

  it('is problem+json for an Accept longer than 4 kB', () => {
    expect(negotiate(`text/html;a="${'x'.repeat(4096)}", text/html`)).toBe('application/problem+json')
  })

  it('is problem+json for an Accept of more than 64 ranges', () => {
    const ranges = (count: number): string => `${'a/b;c=1234,'.repeat(count - 1)}text/html`
    expect(negotiate(ranges(64))).toBe('text/html')
    expect(negotiate(ranges(65))).toBe('application/problem+json')
  })
})

describe('JSON', () => {
  it.each([
    'application/json',
    'application/json, text/html;q=0.9',
    'application/json;charset=utf-8',
    'application/json, application/problem+json;q=0.1',
    'application/json, */*;q=0',
    'application/problem+json;q=0.1',
    'text/html;q=0.1, application/*',
  ])('is application/problem+json for who admits JSON at all: %s', (accept) => {
    expect(negotiate(accept)).toBe('application/problem+json')
  })

  it.each(['application/json, application/problem+json;q=0', 'application/problem+json;q=0, */*, application/json'])(
    'is application/json for who excludes problem+json: %s',
    (accept) => {
      expect(negotiate(accept)).toBe('application/json')
    },
  )

  it('is not application/json for a broken Accept that ends within quotes', () => {
    expect(negotiate('application/json, text/x;a="')).toBe('application/problem+json')
  })

  it('is application/json by name where the application offers both', () => {
    const choose = createNegotiation(['application/problem+json', 'application/json'])
    expect(choose('application/json')).toBe('application/json')
    expect(choose('application/problem+json')).toBe('application/problem+json')
    expect(choose('*/*')).toBe('application/problem+json')
  })

  it('is nothing where the application does not offer it', () => {
    const choose = createNegotiation(['text/html', 'text/plain'])
    expect(choose('application/json')).toBe('text/html')
  })
})

describe('the order of the formats', () => {
  it('decides where the client does not', () => {
    expect(createNegotiation(['text/plain', 'application/problem+json'])('*/*')).toBe('text/plain')
    expect(createNegotiation(['application/xml', 'text/plain'])(undefined)).toBe('application/xml')
    expect(createNegotiation(['text/html', 'application/json'])('image/png')).toBe('text/html')
  })

  it('does not decide where the client does', () => {
    expect(createNegotiation(['text/plain', 'application/problem+json'])('application/json')).toBe(
      'application/problem+json',
    )
  })
})

const range = fc.constantFrom(
  ...['*/*', 'application/*', 'text/*', 'application/json', 'application/problem+json', 'application/problem+xml'],
  ...['application/xml', 'text/html', 'text/plain', 'image/png', 'text/html;charset=utf-8', 'text/html;level=1'],
)

const weight = fc.constantFrom(undefined, '0', '0.001', '0.3', '0.5', '0.50', '0.8', '1', '1.0')

const ranges = fc.uniqueArray(fc.tuple(range, weight), { selector: ([name]) => name, minLength: 1, maxLength: 6 })

type Ranges = readonly (readonly [string, string | undefined])[]

const write = (list: Ranges): string => list.map(([name, q]) => (q === undefined ? name : `${name};q=${q}`)).join(', ')

const formatLists = fc.shuffledSubarray<ProblemFormat>([...defaultFormats, 'application/json'], { minLength: 1 })

type Formats = [ProblemFormat, ...ProblemFormat[]]

/** The weight of a media type by the rules of RFC 9110 §12.5.1, in the plainest way. */
function weightOf(type: string, list: Ranges): number {
  const [kind] = type.split('/')
  for (const candidate of [`${type};charset=utf-8`, type, `${kind}/*`, '*/*']) {
    const found = list.find(([name]) => name === candidate)
    if (found !== undefined) return Number(found[1] ?? '1')
  }
  return 0
}

describe('negotiation of anything', () => {
  it('gives a format that the client weighs no lower than any other on offer (RFC 9110 §12.5.1)', () => {
    fc.assert(
      fc.property(formatLists, ranges, (formats, list) => {
        const weights = new Map<string, number>(formats.map((format) => [format, weightOf(format, list)]))
        const impliesJson = formats.includes('application/problem+json') && !formats.includes('application/json')
        if (impliesJson) {
          const either = Math.max(weightOf('application/json', list), weightOf('application/problem+json', list))
          weights.set('application/problem+json', either).set('application/json', either)
        }
        const best = Math.max(...weights.values())
        const chosen = createNegotiation(formats as Formats)(write(list))
        expect(best === 0 ? formats[0] : weights.get(chosen)).toBe(best === 0 ? chosen : best)
      }),
      { numRuns: 1000 },
    )
  })

  it('never fails, and decides the same however often it is asked', () => {
    const accepts = fc.oneof(
      ranges.map(write),
      fc.string({ unit: fc.constantFrom(...'text/html*application/json;q=0.15,"\\ \t\u0000\u00e9') }),
      fc.string({ unit: 'binary', maxLength: 400 }),
    )
    fc.assert(
      fc.property(formatLists, fc.array(accepts, { minLength: 1, maxLength: 8 }), (formats, list) => {
        const remembering = createNegotiation(formats as Formats)
        for (const accept of [...list, ...list]) {
          expect(remembering(accept)).toBe(createNegotiation(formats as Formats)(accept))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('decides the same after more questions than it remembers', () => {
    const remembering = createNegotiation(defaultFormats)
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 150; index++) {
        const accept = `image/x${index}, text/${index % 2 === 0 ? 'html' : 'plain'};q=0.5, application/xml;q=0.4`
        expect(remembering(accept)).toBe(index % 2 === 0 ? 'text/html' : 'text/plain')
      }
    }
  })

  it('decides the same about what is too long to remember', () => {
    const accept = `text/plain, ${'image/x, '.repeat(30)}text/html;q=0.2`
    const remembering = createNegotiation(defaultFormats)
    expect([remembering(accept), remembering(accept)]).toEqual(['text/plain', 'text/plain'])
  })
})

describe('a response whose format was negotiated', () => {
  it('varies by Accept (RFC 9110 §12.5.5)', () => {
    expect(field(replied(new NotFound(), { headers: { accept: 'text/html' } }), 'Vary')).toBe('Accept')
    expect(field(replied(new NotFound()), 'Vary')).toBe('Accept')
  })

  it('does not vary where there is one format', () => {
    expect(field(replied(new NotFound(), { options: { formats: ['text/plain'] } }), 'Vary')).toBeUndefined()
  })

  it('goes by all lines of Accept (RFC 9110 §5.3)', () => {
    const resolution = replied(new NotFound(), { headers: { accept: ['image/png', 'text/plain'] } })
    expect(field(resolution, 'Content-Type')).toBe('text/plain; charset=utf-8')
  })

  it.each([
    ['application/problem+json', 'application/problem+json'],
    ['application/json, application/problem+json;q=0', 'application/json'],
    ['application/problem+xml', 'application/problem+xml'],
    ['application/xml', 'application/xml'],
    ['text/html', 'text/html; charset=utf-8'],
    ['text/plain', 'text/plain; charset=utf-8'],
  ])('to Accept: %s has Content-Type: %s', (accept, type) => {
    expect(field(replied(new NotFound(), { headers: { accept } }), 'Content-Type')).toBe(type)
  })

  it('has the status of the problem whatever Accept says', () => {
    for (const accept of ['image/png', ';;', 'x'.repeat(5000)]) {
      expect(replied(new NotFound(), { headers: { accept } }).reply.status).toBe(404)
    }
  })

  it('has nosniff', () => {
    for (const accept of ['*/*', 'text/html', 'text/plain', 'application/xml']) {
      expect(field(replied(new NotFound(), { headers: { accept } }), 'X-Content-Type-Options')).toBe('nosniff')
    }
  })
})

describe('the preferred of some media types', () => {
  const types = ['text/html; charset=utf-8', 'text/markdown']

  it.each([
    ['text/html', types[0]],
    ['text/*', types[0]],
    ['text/markdown, text/html;q=0.9', types[1]],
    ['text/html, */*;q=0.8', types[0]],
    [CHROME, types[0]],
  ])('for Accept: %s is %s', (accept, type) => {
    expect(preferredType(accept, types)).toBe(type)
  })

  it.each([undefined, '', '*/*', 'application/json, */*', 'text/html;q=0.5, */*', 'image/png', ';;', 'x'.repeat(5000)])(
    'is none for Accept: %s, which names none or takes others as gladly',
    (accept) => {
      expect(preferredType(accept, types)).toBeUndefined()
    },
  )
})
