import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Responder, startResponder } from '../../examples/sip-gateway/responder.ts'
import { converse } from '../support/raw-client.ts'
import { placing, startGateway } from './gateway.ts'

async function responding(): Promise<Responder> {
  const responder = await startResponder()
  onTestFinished(() => responder.close())
  return responder
}

describe('the gateway to SIP of the examples', () => {
  it.each([
    ['bob', 200, 200, 'OK', []],
    ['busy', 409, 486, 'Busy Here', ['120']],
    ['away', 409, 480, 'Temporarily Unavailable', []],
    ['moved', 502, 302, 'Moved Temporarily', []],
    ['shy', 403, 603, 'Decline', []],
    ['nobody', 404, 404, 'Not Found', []],
    ['constructor', 404, 404, 'Not Found', []],
    ['__proto__', 404, 404, 'Not Found', []],
  ] as const)('says what comes of a call to %s: %i', async (to, status, sipStatus, sipReason, retryAfter) => {
    const responder = await responding()
    const response = await (await startGateway({ peer: responder, timeout: 60_000, resendAfter: 20_000 })).call(to)
    expect([response.status, response.headers('retry-after')]).toEqual([status, retryAfter])
    expect(response.json()).toMatchObject({ sipStatus, sipReason })
    expect(String(response.body)).not.toContain('private')
    // RFC 3261 §13.2.2.4, §17.1.1.3: every final response to INVITE is acknowledged.
    const after = to === 'bob' ? ['ACK answered', 'BYE answered'] : [`ACK ${to}`]
    await vi.waitFor(() => expect(responder.received).toEqual([`INVITE ${to}`, ...after]), { timeout: 20_000 })
  })

  it('is a 504 in bounded time where the peer is silent, after asking again and again', async () => {
    const responder = await responding()
    const gateway = await startGateway({ peer: responder, timeout: 1000, resendAfter: 50 })
    const response = await gateway.call('silent')
    expect([response.status, response.json()]).toEqual([504, expect.objectContaining({ sipStatus: 408 })])
    expect(responder.received.length).toBeGreaterThan(1)
    expect(new Set(responder.received)).toEqual(new Set(['INVITE silent']))
  })

  it('is a 504 where nobody comes to the phone, which stops ringing then', async () => {
    const responder = await responding()
    const gateway = await startGateway({ peer: responder, timeout: 200, resendAfter: 5000 })
    expect((await gateway.call('ringing')).status).toBe(504)
    const all = ['INVITE ringing', 'CANCEL ringing', 'ACK ringing']
    await vi.waitFor(() => expect(responder.received).toEqual(all), { timeout: 20_000 })
  })

  it('stops the phone from ringing when the client leaves', async () => {
    const responder = await responding()
    const gateway = await startGateway({ peer: responder, timeout: 60_000, resendAfter: 5000 })
    await converse(gateway.port, {}, async (conversation) => {
      conversation.send(placing('ringing'))
      await vi.waitFor(() => expect(responder.received).toEqual(['INVITE ringing']), { timeout: 20_000 })
    })
    await vi.waitFor(() => expect(responder.received).toContain('CANCEL ringing'), { timeout: 20_000 })
  })

  it('is a 503 where nobody listens', async () => {
    const { port, address, close } = await startResponder()
    await close()
    const response = await (await startGateway({ peer: { address, port }, timeout: 60_000, resendAfter: 100 })).call(
      'bob',
    )
    expect([response.status, response.headers('retry-after')]).toEqual([503, ['30']])
  })

  it.each([2, 3, 4])('is a 503 for each of %i who call at the same time where nobody listens', async (calls) => {
    const { port, address, close } = await startResponder()
    await close()
    const { caller } = await startGateway({ peer: { address, port }, timeout: 60_000 })
    const responses = await Promise.all(
      Array.from({ length: calls }, () => caller.call('bob', new AbortController().signal)),
    )
    expect(responses.map(({ status }) => status)).toEqual(Array(calls).fill(503))
  })

  it('hangs up on every phone that answers', async () => {
    const socket = createSocket('udp4')
    onTestFinished(() => void socket.close())
    const received: string[] = []
    socket.on('message', (bytes, { port, address }) => {
      const request = bytes.toString()
      const [method = ''] = request.split(' ', 1)
      received.push(`${method} ${/;tag=(\d)$/m.exec(request.replaceAll('\r', ''))?.[1]}`)
      if (method === 'ACK') return
      const lines = request.split('\r\n').filter((line) => /^(?:Via|From|To|Call-ID|CSeq):/.test(line))
      for (const tag of method === 'INVITE' ? [1, 2, 1] : ['']) {
        const told = lines.map((line) => (line.startsWith('To:') && tag !== '' ? `${line};tag=${tag}` : line))
        socket.send(`SIP/2.0 200 OK\r\n${told.join('\r\n')}\r\n\r\n`, port, address)
      }
    })
    await once(socket.bind(0, '127.0.0.1'), 'listening')
    const gateway = await startGateway({ peer: socket.address(), timeout: 60_000, resendAfter: 20_000 })
    expect((await gateway.call('bob')).status).toBe(200)
    await vi.waitFor(
      () => expect(received.toSorted()).toEqual(['ACK 1', 'ACK 1', 'ACK 2', 'BYE 1', 'BYE 2', 'INVITE undefined']),
      { timeout: 20_000 },
    )
  })

  it('hears others out when the answer of one is too long to be acknowledged', async () => {
    const socket = createSocket('udp4')
    onTestFinished(() => void socket.close())
    socket.on('message', (bytes, { port, address }) => {
      const request = bytes.toString()
      if (!request.startsWith('INVITE')) return
      const lines = request.split('\r\n').filter((line) => /^(?:Via|From|To|Call-ID|CSeq):/.test(line))
      const isLong = request.startsWith('INVITE sip:long@')
      const told = lines.map((line) =>
        line.startsWith('To:') && isLong ? `${line};tag=${'\xff'.repeat(30_000)}` : line,
      )
      const answer = `SIP/2.0 486 Busy Here\r\n${told.join('\r\n')}\r\n\r\n`
      // Each of these bytes is no UTF-8, and comes back as the three of U+FFFD.
      setTimeout(() => socket.send(Buffer.from(answer, 'latin1'), port, address), isLong ? 0 : 300)
    })
    await once(socket.bind(0, '127.0.0.1'), 'listening')
    const gateway = await startGateway({ peer: socket.address(), timeout: 60_000, resendAfter: 20_000 })
    const responses = await Promise.all([gateway.call('bob'), gateway.call('long')])
    expect(responses.map(({ status }) => status)).toEqual([409, 409])
  })

  it('takes noise for noise', async () => {
    const socket = createSocket('udp4')
    onTestFinished(() => void socket.close())
    socket.on('message', (bytes, { port, address }) => {
      const lines = bytes
        .toString()
        .split('\r\n')
        .filter((line) => /^(?:Via|From|To|Call-ID|CSeq):/.test(line))
      const busy = `SIP/2.0 486 Busy Here\r\n${lines.join('\r\n')}\r\n\r\n`
      const noise = [
        '',
        '\0',
        '\r\n\r\n',
        'SIP/2.0 200 OK\r\n\r\n',
        bytes.toString(),
        busy.replace(/branch=[^;]+/, 'branch=x'),
      ]
      for (const datagram of [...noise, busy.replace('1 INVITE', '1 BYE'), busy]) socket.send(datagram, port, address)
    })
    await once(socket.bind(0, '127.0.0.1'), 'listening')
    const gateway = await startGateway({ peer: socket.address(), timeout: 60_000 })
    expect((await gateway.call('bob')).json()).toMatchObject({ status: 409, sipStatus: 486 })
  })

  it.each([undefined, 7, '', 'a@b', 'a\r\nVia: b', 'a b', '<a>', 'a'.repeat(65), '\u00e9'])(
    'does not call %j, and says so',
    async (to) => {
      const responder = await responding()
      const response = await (await startGateway({ peer: responder })).call(to)
      expect([response.status, response.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ pointer: '#/to' })] }),
      ])
      expect(responder.received).toEqual([])
    },
  )

  it('leaves nothing behind when it is closed while calls are under way', async () => {
    const responder = await responding()
    const gateway = await startGateway({ peer: responder, timeout: 60_000, resendAfter: 50 })
    const calls = Array.from({ length: 20 }, () => gateway.call('silent'))
    await vi.waitFor(() => expect(responder.received.length).toBeGreaterThanOrEqual(20), { timeout: 20_000 })
    await gateway.caller.close()
    for (const response of await Promise.all(calls)) expect(response.status).toBe(503)
    expect((await gateway.call('bob')).status).toBe(503)
    const isOpen = (): boolean => process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length > 1
    // One is the responder's.
    await vi.waitFor(() => expect(isOpen()).toBe(false), { timeout: 20_000 })
  })
})
