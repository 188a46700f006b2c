import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf } from '../../../src/rules/index.ts'
import { hasInterim } from '../../../src/rules/shared/interim.ts'

describe('an exchange', () => {
  const final = exchangeOf('> GET / HTTP/1.1\n< HTTP/1.1 200 OK')
  const early = exchangeOf('> GET / HTTP/1.1\n< HTTP/1.1 103 Early Hints\n< HTTP/1.1 200 OK')
  const cut = exchangeOf('> GET / HTTP/1.1\n< HTTP/1.1 103 Early Hints')

  it.each([
    ['with a final response only', final, false],
    ['of which nothing before the final response was seen', { ...final, interim: undefined }, false],
    ['with an interim and a final response', early, true],
    ['with an interim response only', cut, true],
  ])('%s', (_name, exchange, has) => {
    expect(hasInterim(new ExchangeView(exchange))).toBe(has)
  })
})
