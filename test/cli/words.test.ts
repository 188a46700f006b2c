import { statuses } from 'statuswise/status'
import { describe, expect, it } from 'vitest'
import { english } from '../../cli/explain/words/english.ts'
import { zhHant } from '../../cli/explain/words/zh-hant.ts'

// Each language has a table of its own. Where English begins to tell two statuses apart, so has the other one to do.
describe('the words of explain in Chinese', () => {
  const kinds = ['caches', 'crawlers'] as const
  it.each(kinds)('tell statuses apart by their %s as the English ones do', (kind) => {
    const says = (words: typeof english): string[] => statuses.map((status) => words[kind](status))
    const groups = (texts: string[]): number[] => texts.map((text) => texts.indexOf(text))
    const chinese = says(zhHant)
    const same = groups(says(english)).filter((first, index) => chinese[index] !== chinese[first])
    expect(same).toEqual([])
    // English alone says of a status with no-store that caches could have kept it.
    expect(new Set(chinese).size).toBeGreaterThanOrEqual(new Set(says(english)).size - 1)
  })

  it('have a note for each status that has one in English', () => {
    const noted = statuses.filter((status) => english.note(status) !== undefined)
    expect(noted.length).toBeGreaterThan(3)
    expect(noted.filter((status) => zhHant.note(status) === undefined)).toEqual([])
  })
})
