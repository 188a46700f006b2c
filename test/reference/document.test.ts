import { readFileSync } from 'node:fs'
import * as statuswise from 'statuswise'
import { statuses } from 'statuswise/status'
import { describe, expect, it } from 'vitest'
import { cachesAndCrawlersDocument } from '../../scripts/statuses-document/caches-and-crawlers.ts'
import { howTo, isCode } from '../../scripts/statuses-document/how-to.ts'
import { statusesDocument } from '../../scripts/statuses-document/index.ts'

describe('docs/statuses.md', () => {
  it('is what npm run docs makes', () => {
    expect(readFileSync(new URL('../../docs/statuses.md', import.meta.url), 'utf8')).toBe(statusesDocument())
  })

  const code = statuses.filter((status) => isCode(howTo[status.code]))
  it.each(code.map((status) => [status.code, howTo[status.code]] as const))(
    'sends %i as it says: %s',
    (status, how) => {
      const run = new Function(...Object.keys(statuswise), how.startsWith('throw') ? how : `return ${how}`)
      expect(outcomeOf(() => run(...Object.values(statuswise)))).toMatchObject({ status })
    },
  )

  it('says in words how the others are sent', () => {
    const inWords = statuses.filter((status) => !isCode(howTo[status.code])).map((status) => status.code)
    expect(inWords).toEqual([100, 101, 102, 103, 203, 206, 207, 208, 226, 305, 306])
  })
})

describe('docs/caches-and-crawlers.md', () => {
  const page = readFileSync(new URL('../../docs/caches-and-crawlers.md', import.meta.url), 'utf8')

  it('is what npm run docs makes', () => {
    expect(page).toBe(cachesAndCrawlersDocument())
  })

  it.each(statuses.map((status) => [status.code, status] as const))(
    'says what both do with %i',
    (code, { caches, crawlers }) => {
      const row = page.split('\n').find((line) => line.startsWith(`| ${code} `))
      expect(row).toContain(`| ${caches} | ${crawlers} |`)
    },
  )
})

function outcomeOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (thrown) {
    return thrown
  }
}
