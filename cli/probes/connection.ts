import type { Known, Subject } from './subject.ts'

/** HTTP/1.0 and `Connection: close` (RFC 9112 §9.3). */
export async function probeConnection({ prober, target }: Subject): Promise<void> {
  await prober.send({ name: 'GET with HTTP/1.0', target, version: '1.0' })
  await prober.send({ name: 'HEAD with HTTP/1.0', method: 'HEAD', target, version: '1.0' })
  await prober.send({ name: 'GET with Connection: close', target, fields: [['Connection', 'close']] })
}

/** HTTP/1.0 needs no Host. */
export async function probeNoHost({ prober, target }: Subject): Promise<void> {
  await prober.send({ name: 'GET with HTTP/1.0 and without Host', target, version: '1.0', hosts: [] })
}

/** The absolute form of the target (RFC 9112 §3.2.2). */
export async function probeAbsolute({ prober, target }: Subject, { baseline }: Known): Promise<void> {
  const { origin } = prober.server
  const absolute = `${origin}${target}`
  await prober.send({ name: 'GET with the target in absolute form', target: absolute, earlier: baseline })
  // Nobody's host (RFC 6761 §6.4): who repeats it has it from here.
  const hosts = ['statuswise.invalid']
  await prober.send({ name: 'GET with the target in absolute form and another Host', target: absolute, hosts })
}
