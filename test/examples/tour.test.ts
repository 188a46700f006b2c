import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Host, startHosts } from '../../examples/tour/hosts.ts'
import { topics } from '../../examples/tour/steps.ts'
import { takeStep } from '../../examples/tour/take-step.ts'

const steps = topics.flatMap((topic) => topic.steps)

let hosts: Host[]
beforeAll(async () => {
  hosts = await startHosts()
})
afterAll(() => Promise.all(hosts.map((host) => host.close())))

describe.each([
  ['Express', 0],
  ['Koa', 1],
])('the tour on %s', (_name, index) => {
  it.each(steps.map((step) => [step.title, step.rule, step.source, step] as const))(
    '%s: %s (%s)',
    async (_title, _rule, _source, step) => {
      const { miss } = await takeStep(step, hosts[index] as Host)
      expect(miss).toBeUndefined()
    },
  )
})

it('no step of the tour depends on one before it', async () => {
  const fresh = await startHosts()
  const misses = []
  for (const host of fresh) {
    for (const step of steps.toReversed()) misses.push((await takeStep(step, host)).miss)
    await host.close()
  }
  expect(misses.filter((miss) => miss !== undefined)).toEqual([])
})
