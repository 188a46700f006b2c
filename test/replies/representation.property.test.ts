import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HttpProblem } from '../../src/problems/index.ts'
import { type RangedBody, type Reply, representation } from '../../src/replies/index.ts'
import { anyText, fieldLike } from '../headers/arbitraries.ts'
import { bytesOf, contentLength, contentOf, partsOf, stretch } from './read-content.ts'

describe('any Range', () => {
  const position = fc.oneof(fc.nat(40), fc.nat(2500), fc.maxSafeNat(), fc.bigInt({ min: 0n, max: 10n ** 30n }))
  const spec = fc.oneof(
    fc.tuple(position, position).map(([first, last]) => `${first}-${last}`),
    fc.tuple(fc.nat(2500), fc.nat(60)).map(([first, length]) => `${first}-${first + length}`),
    position.map((first) => `${first}-`),
    position.map((length) => `-${length}`),
  )
  const range = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.array(spec, { minLength: 1, maxLength: 30 }).map((specs) => `bytes=${specs.join(', ')}`),
    },
    { weight: 1, arbitrary: fc.oneof(anyText, fieldLike) },
    { weight: 1, arbitrary: fieldLike.map((set) => `bytes=${set}`) },
  )
  const size = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(2500))

  /** The positions that a set of range specs asks for, by its definition (RFC 9110 §14.1.2). */
  function asked(value: string, length: number): Set<number> {
    const positions = new Set<number>()
    for (const member of value.slice('bytes='.length).split(',')) {
      const [first = '', last = ''] = member.trim().split('-')
      const start = first === '' ? Math.max(length - Number(last), 0) : Number(first)
      const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
      for (let at = start; at <= end; at++) positions.add(at)
    }
    return positions
  }

  async function check(value: string, length: number, body: RangedBody): Promise<void> {
    const outcome = thrownOrGiven(() => representation({ headers: { range: value } }, { body, size: length }))
    if (outcome instanceof HttpProblem) {
      expect([outcome.status, outcome.headers['Content-Range'], length > 0]).toEqual([416, `bytes */${length}`, true])
      expect(asked(value, length).size).toBe(0)
      return
    }
    const sent = await bytesOf(outcome)
    expect(contentLength(outcome)).toBe(String(sent.length))
    expect(sent.length).toBeLessThanOrEqual(length)
    if (outcome.status === 200) {
      expect(sent).toEqual(length === 0 ? new Uint8Array() : stretch(0, length - 1))
      return
    }
    expect(outcome.status).toBe(206)
    const parts = await partsOf(outcome)
    expect(parts.length).toBeLessThanOrEqual(16)
    for (const part of parts) expect(part.content).toEqual(contentOf(part.range, length))
    const positions = parts.flatMap(({ range: told }) => [
      ...asked(told.replace('bytes ', 'bytes=').replace(/\/.*/, ''), length),
    ])
    expect(new Set(positions).size).toBe(positions.length)
    expect([...asked(value, length)].filter((at) => !positions.includes(at))).toEqual([])
  }

  it('gets the bytes that it asks for, never more than the whole: of a stream', async () => {
    await fc.assert(
      fc.asyncProperty(range, size, (value, length) =>
        check(value, length, (start, end) => Readable.from([stretch(start, end)])),
      ),
      { numRuns: 500 },
    )
  })

  it('gets the bytes that it asks for, never more than the whole: of bytes', async () => {
    await fc.assert(
      fc.asyncProperty(range, size, (value, length) =>
        check(value, length, length === 0 ? new Uint8Array() : stretch(0, length - 1)),
      ),
      { numRuns: 500 },
    )
  })

  it('of thousands of members is answered with at most 16 parts', async () => {
    const specs = Array.from({ length: 8000 }, (_, index) => `${index * 2}-${index * 2}`)
    await check(`bytes=${specs.join()}`, 2000, (start, end) => Readable.from([stretch(start, end)]))
  })
})

function thrownOrGiven(make: () => Reply): Reply | HttpProblem {
  try {
    return make()
  } catch (error) {
    if (error instanceof HttpProblem) return error
    throw error
  }
}
