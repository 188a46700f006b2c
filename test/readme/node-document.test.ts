import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { cases } from '../../scripts/node-document/cases.ts'
import { type Compared, compare, nodeDocument } from '../../scripts/node-document/index.ts'

const page = readFileSync(new URL('../../docs/node.md', import.meta.url), 'utf8')
/** The page shows what this version answers by itself; others word it otherwise. */
const RECORDED_WITH = '20'
const [major = ''] = process.versions.node.split('.')

describe('docs/node.md', () => {
  let compared: Readonly<Record<string, Compared>> = {}
  beforeAll(async () => {
    compared = await compare()
  }, 60_000)

  it.runIf(major === RECORDED_WITH)(`is what npm run docs makes (compared on Node ${RECORDED_WITH} only)`, () => {
    expect(nodeDocument(compared)).toBe(page)
  })

  it.each(cases.map(({ title }) => title))('shows what protect() answers: %s', (title) => {
    expect(page).toContain(compared[title]?.ours)
  })
})
