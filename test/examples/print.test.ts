import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Miss } from '../../examples/tour/expect.ts'
import { type Host, startHost } from '../../examples/tour/hosts.ts'
import { createPrinter } from '../../examples/tour/print.ts'
import type { Step } from '../../examples/tour/step.ts'
import { takeStep } from '../../examples/tour/take-step.ts'
import { takeTour } from '../../examples/tour/take-tour.ts'

let alpha: Host
let beta: Host
beforeAll(async () => {
  alpha = await startHost(
    'Alpha',
    () => (req, res) => req.resume().on('end', () => res.end('tea')),
    (server) => server,
  )
  beta = await startHost(
    'Beta',
    () => (req, res) => req.resume().on('end', () => res.end('coffee')),
    (server) => server,
  )
})
afterAll(() => Promise.all([alpha, beta].map((host) => host.close())))

const step: Step = {
  title: 'A cup',
  rule: 'It is tea.',
  source: 'RFC 7168 §2.1',
  send: [{ target: '/cup', as: 'ada' }],
  show: ['Content-Length'],
  holds({ response }) {
    if (response.text() !== 'tea') throw new Miss('the cup', 'tea', response.text())
  },
}

async function printed(colours: boolean, hosts: readonly Host[]): Promise<string> {
  const text: string[] = []
  const printer = createPrinter((part) => text.push(part), colours)
  const outcomes = []
  for (const host of hosts) outcomes.push(await takeStep(step, host))
  printer.step(7, step, outcomes)
  printer.summary([{ step, outcomes }], 3, 5)
  return text.join('')
}

describe('the page of a step', () => {
  it('shows what was sent and what came, the fields that matter and the rule', async () => {
    const page = await printed(false, [alpha])
    expect(page).toContain('7. A cup\n\n  > GET /cup HTTP/1.1\n  > Authorization: Bearer <token of ada>\n')
    expect(page).toContain('\n  Alpha\n  < HTTP/1.1 200 OK\n  < Content-Length: 3\n  <\n  < tea\n')
    expect(page).toContain('  ✓ Alpha  It is tea. (RFC 7168 §2.1)\n')
  })

  it('shows answers that are alike once', async () => {
    const page = await printed(false, [alpha, { ...alpha, name: 'Gamma' }])
    expect(page.match(/200 OK/g)).toHaveLength(1)
    expect(page).toContain('\n  Alpha and Gamma\n')
  })

  it('shows what was expected and what came, where a rule is missed', async () => {
    const page = await printed(false, [alpha, beta])
    expect(page).toContain('  ✗ Beta: the cup\n      expected tea\n      got coffee\n')
    expect(page).toContain('  ✓ Alpha  It is tea.')
  })

  it('has colours for terminals only', async () => {
    expect(await printed(false, [alpha, beta])).not.toContain('\u001b')
    expect(await printed(true, [alpha, beta])).toContain('\u001b[31m✗ Beta\u001b[39m')
  })
})

describe('the summary', () => {
  it('has a row for each rule, a column for each application, and the counts', async () => {
    const page = await printed(false, [alpha, beta])
    expect(page).toContain('  Alpha  Beta  Source         Rule\n  ✓      ✗     RFC 7168 §2.1  It is tea.\n')
    expect(page).toContain('heard of 3 problems')
    expect(page).toContain('Of 5 faults')
    expect(page).toContain('✗ 1 of 2 checks hold: 1 rules on Alpha and Beta.\n')
    expect(page).toMatch(/\n✓ 2 exchanges, no rule of the rulebook broken\.\n$/)
  })
})

describe('the rulebook', () => {
  const delta = (): Promise<Host> =>
    startHost(
      'Delta',
      () => (req, res) => req.resume().on('end', () => res.writeHead(405).end('tea')),
      (server) => server,
    )

  it('has a say in every step, whatever the step itself looks at', async () => {
    const host = await delta()
    const page = await printed(false, [host])
    await host.close()
    expect(page).toContain('  ✗ Delta: the rulebook\n      expected no rule of it broken\n      got 9110-')
    expect(page).toContain('9110-15.5.6-allow: The 405 has no Allow')
    expect(page).toMatch(/\n✗ 1 exchanges, [1-9] rules of the rulebook broken\.\n$/)
  })

  it('is not asked for what a step shows on purpose', async () => {
    const host = await delta()
    const { broken } = await takeStep(step, host)
    const breaks = broken.map((one) => one.split(':', 1)[0] ?? '')
    expect(breaks).toContain('9110-15.5.6-allow')
    expect((await takeStep({ ...step, breaks }, host)).miss).toBeUndefined()
    await host.close()
  })
})

describe('the tour', () => {
  it('counts its misses, which decide about the exit code', async () => {
    const text: string[] = []
    const misses = await takeTour(
      [beta],
      createPrinter((part) => text.push(part), false),
      200,
    )
    expect(misses).toBeGreaterThanOrEqual(60)
    expect(text.join('')).toContain(`✗ 0 of ${misses} checks hold`)
  })
})
