import { describe, expect, it } from 'vitest'
import { english } from '../../cli/explain/words/english.ts'
import { zhHant } from '../../cli/explain/words/zh-hant.ts'
import { statuses } from '../../src/reference/index.ts'

// What English says is in src/reference/, and Chinese in a table of its own: here they are compared.
describe('explain in Chinese', () => {
  it.each(['caches', 'crawlers'] as const)('tells the same statuses apart as in English: %s', (part) => {
    const kin = (words: typeof english): number[][] =>
      statuses.map((status) =>
        statuses.filter((other) => words[part](other) === words[part](status)).map(({ code }) => code),
      )
    expect(kin(zhHant)).toEqual(kin(english))
  })

  it('has a note where English has one', () => {
    const noted = (words: typeof english): number[] =>
      statuses.filter((status) => words.note(status) !== undefined).map(({ code }) => code)
    expect(noted(zhHant)).toEqual(noted(english))
  })
})
