import { expect, it } from 'vitest'
import { ExchangeView, exchangeOf, rulesFor } from '../../../../src/rules/index.ts'

it('the rules about trailers are asked only where there are some', () => {
  const plain = '> GET / HTTP/1.1\n< HTTP/1.1 200 OK'
  const asked = (transcript: string): string[] =>
    rulesFor(new ExchangeView(exchangeOf(transcript)))
      .filter(({ topic, needs }) => topic === 'framing' && needs?.includes('trailers'))
      .map(({ id }) => id)
  expect(asked(plain)).toEqual([])
  expect(asked(`# trailer A: 1\n${plain}`)).toEqual([
    '9110-6.5.1-custom-trailer-only-if-defined',
    '9110-6.6.2-trailer-field-announces',
  ])
})
