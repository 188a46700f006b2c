import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startGateway } from './gateway.ts'

// A SIP peer that nobody here has written.

const isThere = spawnSync('sipp', ['-v']).error === undefined
if (!isThere) {
  console.warn('SKIPPED: the gateway of examples/sip-gateway before sipp: there is none here (Debian: sip-tester).')
}

const LIKE_REQUEST =
  '[last_Via:]\n[last_From:]\n[last_To:];tag=[call_number]\n[last_Call-ID:]\n[last_CSeq:]\nContent-Length: 0'
const response = (line: string, field = ''): string =>
  `<send><![CDATA[\n\nSIP/2.0 ${line}\n${LIKE_REQUEST}${field === '' ? '' : `\n${field}`}\n\n]]></send>`
const request = (method: string): string => `<recv request="${method}"></recv>`

/** What sipp does with each call. It ends with 0 only where all of it came to pass, in this order. */
const scenarios = {
  busy: [
    request('INVITE'),
    response('100 Trying'),
    response('486 Busy Here', 'Retry-After: 120 (in a meeting);duration=3600'),
    request('ACK'),
  ],
  unacceptable: [
    request('INVITE'),
    response('488 Not Acceptable Here', 'Warning: 304 sipp.internal "Media type not available"'),
    request('ACK'),
  ],
  ringing: [
    request('INVITE'),
    response('180 Ringing'),
    request('CANCEL'),
    response('200 OK'),
    // The final response to the INVITE that was cancelled.
    response('487 Request Terminated').replace('[last_CSeq:]', 'CSeq: 1 INVITE'),
    request('ACK'),
  ],
}

interface Sipp {
  readonly port: number
  /** The exit status of sipp, and what it complained of. */
  ended(): Promise<{ status: number | null; errors: string }>
}

/** Starts sipp as the called side of one call; with its own scenario, of an answered call, or with one of ours. */
async function startSipp(scenario?: keyof typeof scenarios): Promise<Sipp> {
  const folder = mkdtempSync(join(tmpdir(), 'statuswise-sipp-'))
  const port = await unusedPort()
  const file = join(folder, 'scenario.xml')
  const steps = scenario === undefined ? [] : scenarios[scenario]
  writeFileSync(
    file,
    `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="called">${steps.join('\n')}</scenario>\n`,
  )
  const played = scenario === undefined ? ['-sn', 'uas'] : ['-sf', file]
  const own = [
    '-i',
    '127.0.0.1',
    '-p',
    String(port),
    '-m',
    '1',
    '-nostdin',
    '-trace_err',
    '-timeout',
    '60',
    '-timeout_error',
  ]
  const sipp = spawn('sipp', [...played, ...own], { cwd: folder, stdio: 'ignore' })
  onTestFinished(() => {
    sipp.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })
  const exit = once(sipp, 'exit')
  await vi.waitFor(() => expect(isListening(sipp, port)).toBe(true), { timeout: 20_000 })
  return {
    port,
    async ended() {
      const [status] = (await exit) as [number | null]
      return {
        status,
        errors: status === 0 ? '' : spawnSync('sh', ['-c', 'cat *errors.log'], { cwd: folder }).stdout.toString(),
      }
    },
  }
}

async function unusedPort(): Promise<number> {
  const socket = createSocket('udp4')
  await once(socket.bind(0, '127.0.0.1'), 'listening')
  const { port } = socket.address()
  socket.close()
  await once(socket, 'close')
  return port
}

// Of UDP nothing else tells: a first datagram to nobody would be a failure of its own.
function isListening({ exitCode }: ChildProcess, port: number): boolean {
  if (exitCode !== null) throw new Error(`sipp ended with ${exitCode}`)
  const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0')
  return readFileSync('/proc/net/udp', 'utf8').includes(`0100007F:${hexadecimal} `)
}

describe.skipIf(!isThere)('the gateway to SIP of the examples, before sipp,', () => {
  it('says 200 of a call that is answered, acknowledges that, and hangs up', { timeout: 120_000 }, async () => {
    const sipp = await startSipp()
    const gateway = await startGateway({ peer: { address: '127.0.0.1', port: sipp.port }, timeout: 30_000 })
    const answer = await gateway.call('service')
    expect([answer.status, answer.json()]).toEqual([200, { sipStatus: 200, sipReason: 'OK' }])
    expect(await sipp.ended()).toEqual({ status: 0, errors: '' })
  })

  it('says 409 of a busy callee, with Retry-After', { timeout: 120_000 }, async () => {
    const sipp = await startSipp('busy')
    const gateway = await startGateway({ peer: { address: '127.0.0.1', port: sipp.port }, timeout: 30_000 })
    const answer = await gateway.call('service')
    expect([answer.status, answer.headers('retry-after')]).toEqual([409, ['120']])
    expect(answer.json()).toMatchObject({ sipStatus: 486, sipReason: 'Busy Here' })
    expect(await sipp.ended()).toEqual({ status: 0, errors: '' })
  })

  it('says 422 of media that the callee does not take, and why', { timeout: 120_000 }, async () => {
    const sipp = await startSipp('unacceptable')
    const gateway = await startGateway({ peer: { address: '127.0.0.1', port: sipp.port }, timeout: 30_000 })
    const answer = await gateway.call('service')
    expect(answer.json()).toMatchObject({
      status: 422,
      sipStatus: 488,
      warnings: [{ code: 304, text: 'Media type not available' }],
    })
    expect(String(answer.body)).not.toContain('internal')
    expect(await sipp.ended()).toEqual({ status: 0, errors: '' })
  })

  it('says 504 where nobody comes to the phone, and cancels the call', { timeout: 120_000 }, async () => {
    const sipp = await startSipp('ringing')
    const peer = { address: '127.0.0.1', port: sipp.port }
    const gateway = await startGateway({ peer, timeout: 3000, resendAfter: 5000 })
    expect((await gateway.call('service')).status).toBe(504)
    expect(await sipp.ended()).toEqual({ status: 0, errors: '' })
  })
})
