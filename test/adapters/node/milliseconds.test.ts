import { expect, it } from 'vitest'
import { checkMilliseconds } from '../../../adapters/node/milliseconds.ts'

it.each([0, 0.5, 250, 2 ** 31 - 1])('%d milliseconds can be waited for', (value) => {
  expect(() => checkMilliseconds('x', value, 0)).not.toThrow()
})

it.each([[-1], ['250'], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 31], [null], [undefined], [{}], [[5]]])(
  '%o is no number of milliseconds that a timer can wait',
  (value) => {
    expect(() => checkMilliseconds('the option "x"', value, 0)).toThrow(
      new TypeError('the option "x" takes a number of milliseconds, 0 to 2147483647'),
    )
  },
)

it('may have to be more than nothing', () => {
  expect(() => checkMilliseconds('x', 99, 100)).toThrow(/100 to/)
})
