import { expect, it } from 'vitest'
import { soak } from '../../soak/soak.ts'
import { tables } from '../../soak/table.ts'

it('the short soak holds on all hosts', { timeout: 240_000 }, async () => {
  const reports = await soak({ seconds: 10, only: '', say: () => {} })
  expect(reports.map(({ host }) => host)).toEqual(['Express 5', 'Express 4', 'Koa 3', 'Koa 2', 'node:http'])
  const failures = reports.flatMap((report) => report.failures)
  expect(failures, tables(reports)).toEqual([])
})
