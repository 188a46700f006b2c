import {
  type ConformanceOptions,
  conformant,
  type ExpectedProblem,
  expectConformant,
  matchers,
} from 'statuswise/testing'

const options: ConformanceOptions = { level: 'MUST', ignore: ['9110-15.5.2-www-authenticate'] }
const expected: ExpectedProblem = { status: 404, type: 'about:blank', cart: 7 }
const judge: (response: unknown) => void = conformant(options)
judge({})
void expectConformant(new Response('x'), { ...options, request: { method: 'GET', headers: { Accept: '*/*' } } })
void [expected, matchers.toConform]
