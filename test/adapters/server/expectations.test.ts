import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { expectsContinue, expectsNothing } from '../../../adapters/server/expectations.ts'

const asking = (expectation?: string): IncomingMessage => ({ headers: { expect: expectation } }) as IncomingMessage

describe('Expect (RFC 9110 §10.1.1)', () => {
  it.each(['100-continue', '100-Continue', ' 100-continue\t', ',100-continue,,', '100-continue, 100-CONTINUE'])(
    'asks for 100 (Continue): %j',
    (value) => expect([expectsContinue(asking(value)), expectsNothing(asking(value))]).toEqual([true, false]),
  )

  it.each(['x', '100-continue x', '100-continue, x', '100', '100-continue;q=1'])(
    'asks for something else: %j',
    (value) => expect([expectsContinue(asking(value)), expectsNothing(asking(value))]).toEqual([false, false]),
  )

  it.each(['', ' ', ',', ' ,\t, ', undefined])('asks for nothing: %j', (value) =>
    expect([expectsContinue(asking(value)), expectsNothing(asking(value))]).toEqual([false, true]),
  )

  it('is read in time that grows with its length', () => {
    const started = performance.now()
    for (const value of [
      `,${' '.repeat(500_000)}x`,
      `100-continue,${'\t'.repeat(500_000)}\u00ff`,
      ', '.repeat(250_000),
    ]) {
      expectsContinue(asking(value))
      expectsNothing(asking(value))
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
