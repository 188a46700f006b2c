import { createServer } from 'node:http'
import { protect } from 'statuswise/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

describe('protect()', () => {
  it.each([[-1], ['250'], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 31], [null]])(
    'refuses %o for continueAfter: no timer waits so long',
    (continueAfter) => {
      expect(() => protect(createServer(), { continueAfter } as never)).toThrow(/"continueAfter" takes .*milliseconds/)
    },
  )

  it('refuses allow, which has no meaning below an application', () => {
    const refused = () => protect(createServer(), { allow: () => ['GET'] } as never)
    expect(refused).toThrow(
      /^protect\(\) has no option "allow"; it has (?!.*\ballow\b).*upgrade, continueAfter, overload$/,
    )
  })

  it('begins to look at the load only of a server that it takes', () => {
    const server = protect(createServer())
    const timers = vi.spyOn(globalThis, 'setInterval')
    onTestFinished(() => void timers.mockRestore())
    expect(() => protect(server, { overload: { maxHeapUsed: 1e12 } })).toThrow(/before/)
    expect(timers).not.toHaveBeenCalled()
    protect(createServer(), { overload: { maxHeapUsed: 1e12 } }).emit('close')
    expect(timers).toHaveBeenCalledTimes(1)
  })
})
