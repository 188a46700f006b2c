import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMoved } from '../../src/moved/index.ts'

const segment = fc.constantFrom('a', 'b', 'c', ':x', ':y', '%41')
const source = fc
  .tuple(fc.uniqueArray(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '', '/*', '/'))
  .map(([segments, end]) => `/${segments.join('/')}${end}`)

/** A source with a target that uses no other names. */
const rule = source.chain((path) => {
  const own = path
    .split('/')
    .slice(1)
    .filter((part) => part.startsWith(':'))
  const parts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', ...own), {
    minLength: own.length > 0 ? 0 : 1,
    maxLength: 3,
  })
  const ends = fc.constantFrom('', '?q=1', ...(path.endsWith('*') ? ['/*', '/*'] : []))
  return fc.tuple(parts, ends).map(([segments, end]) => {
    const target = `${segments.map((one) => `/${one}`).join('')}${end}`
    return [path, target.startsWith('/') ? target : `/${target}`] as const
  })
})
const table = fc.array(rule, { minLength: 1, maxLength: 6 }).map((rules) => Object.fromEntries(rules))

const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'c',
    'A',
    '/',
    '//',
    '.',
    '..',
    '%2e',
    '%2F',
    '%2f',
    '%5C',
    '\\',
    '@',
    ':',
    'evil.example',
    '?',
    '&',
    '=',
  ],
  ...['%0d%0a', '\r\n', '\t', '\u00e9', '%', '#', ';', '%41', '\u0000', ' ', '"', 'https:', '*', 'q=2'],
)
const path = fc.oneof(
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'A', 'd'), { minLength: 1, maxLength: 4 })
    .map((parts) => `/${parts.join('/')}`),
  fc.array(piece, { maxLength: 8 }).map((parts) => `/a/${parts.join('')}`),
  fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
)

const HERE = 'http://here.example'
const THERE = 'http://there.example'

describe('any table of rules', () => {
  it('is refused, or never sends anybody elsewhere, on again, or into another header field', () => {
    let accepted = 0
    let redirected = 0
    fc.assert(
      fc.property(table, fc.array(path, { minLength: 1, maxLength: 12 }), (rules, targets) => {
        let move: ReturnType<typeof createMoved>
        try {
          move = createMoved(rules)
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
          return
        }
        accepted++
        for (const target of targets) {
          const location = move({ method: 'GET', headers: {} }, target)?.headers.Location
          if (location === undefined) continue
          redirected++
          expect(String(location)).toMatch(/^\/(?![/\\])[!-[\]-~]*$/)
          const url = new URL(String(location), HERE)
          expect(url.origin).toBe(HERE)
          // Nothing is left for a browser to tidy up, such as dots.
          expect(url.href).toBe(HERE + String(location))
          expect(move({ method: 'GET', headers: {} }, String(location))).toBeUndefined()
        }
      }),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(200)
    expect(redirected).toBeGreaterThan(200)
  })

  it('goes where a client would have gone step by step', () => {
    let compared = 0
    fc.assert(
      fc.property(table, path, (rules, target) => {
        try {
          createMoved(rules)
        } catch {
          return
        }
        // Each rule alone, by precedence: a path of its own first, then the patterns in order. Leading to another host, it
        // takes one step.
        const ordered = Object.entries(rules).toSorted(
          ([one], [other]) => Number(isPattern(one)) - Number(isPattern(other)),
        )
        const alone = ordered.map(([from, to]) => createMoved({ [from]: THERE + to }))
        const at = (place: string): string | undefined => {
          for (const move of alone) {
            const location = move({ method: 'GET', headers: {} }, place)?.headers.Location
            if (location !== undefined) return String(location).slice(THERE.length)
          }
          return undefined
        }
        let place = target
        for (let next = at(place), steps = 0; next !== undefined && steps < 50; next = at(place), steps++) place = next
        const location = createMoved(rules)({ method: 'GET', headers: {} }, target)?.headers.Location
        expect(location ?? target).toBe(place)
        if (location !== undefined) compared++
      }),
      { numRuns: 2000 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})

function isPattern(source: string): boolean {
  return /[:*]/.test(source)
}
