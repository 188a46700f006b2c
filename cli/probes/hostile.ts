import type { Subject } from './subject.ts'

const FIELD_SIZE = 65_536
const URL_SIZE = 32_768

/** An oversized field, an oversized URL, and Host twice, not at all and invalid (RFC 9112 §3.2). */
export async function probeHostile({ prober, target }: Subject): Promise<void> {
  const { host } = prober.server
  const hostile = true
  const padding = `${target.includes('?') ? '&' : '?'}statuswise=${'x'.repeat(URL_SIZE)}`
  await prober.send({
    name: 'GET with a field of 64 kB',
    target,
    fields: [['X-Statuswise-Padding', 'x'.repeat(FIELD_SIZE)]],
    hostile,
  })
  await prober.send({ name: 'GET with a URL of 32 kB', target: `${target}${padding}`, hostile })
  await prober.send({ name: 'GET without Host', target, hosts: [], hostile })
  await prober.send({ name: 'GET with Host twice', target, hosts: [host, host], hostile })
  await prober.send({ name: 'GET with two different Hosts', target, hosts: [host, 'statuswise.invalid'], hostile })
  await prober.send({ name: 'GET with an invalid Host', target, hosts: ['statuswise invalid/<host>'], hostile })
}
