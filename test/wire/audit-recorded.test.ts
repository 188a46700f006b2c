import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../src/rules/index.ts'
import { conformMount, mounted, observeMount } from '../support/auditing.ts'
import { raw } from '../support/conforming.ts'
import { frameworks } from '../support/frameworks.ts'
import { converse, exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'
import { spectrum } from '../support/spectrum.ts'

/** A response as a raw client read it, in the words of the rules. */
function asRead({ version, status, reason, headerLines, body, trailers, complete, interim }: RawResponse): unknown {
  return {
    version,
    status,
    reason,
    fields: headerLines,
    content: body.toString('latin1'),
    trailers,
    complete,
    interim: interim.map((one) => [one.version, one.status, one.reason, one.headerLines]),
  }
}

function asRecorded({ response, interim = [] }: Exchange): unknown {
  const { version, status, reason, fields, content, trailers, complete } = response
  return {
    version,
    status,
    reason,
    fields,
    content: content && Buffer.from(content).toString('latin1'),
    trailers,
    complete,
    interim: interim.map((one) => [one.version, one.status, one.reason, one.fields]),
  }
}

describe.each(frameworks)('on $name, what is recorded is what the wire had', (framework) => {
  it.each([{ stack: 'alone' }, { stack: 'before conform()' }])('$stack', async ({ stack }) => {
    const exchanges: Exchange[] = []
    const observing = observeMount(exchanges)
    const mounts = stack === 'alone' ? [observing] : [observing, conformMount]
    const { port } = await serve(framework, mounted({ routes: spectrum, problems: false }, mounts), { handle: 'async' })
    for (const target of [...Object.keys(spectrum), '/nowhere']) {
      const closes = target === '/raw/close'
      const pipelined = [
        request({ target, headers: { 'X-CaSe': ['1', '2'] } }),
        request({ target, method: 'HEAD' }),
        request({ target }),
      ]
      const alone = [
        request({ target, version: '1.0' }),
        request({ method: 'POST', target, body: 'content', headers: { Expect: '100-continue' } }),
      ]
      for (const sent of [closes ? pipelined.slice(0, 1) : pipelined, ...alone.map((one) => [one])]) {
        exchanges.length = 0
        const { responses, error } = await exchange(port, pipeline(sent))
        expect(error, target).toBeUndefined()
        await expect.poll(() => exchanges.length, { interval: 1 }).toBe(sent.length)
        expect(exchanges.map(asRecorded), target).toEqual(responses.map(asRead))
        for (const one of exchanges) expect(one.request?.target).toBe(target)
      }
    }
  })

  it('the request with its fields in order and case', async () => {
    const exchanges: Exchange[] = []
    const { port } = await serve(framework, mounted({ routes: spectrum }, [observeMount(exchanges)]))
    const headers = { 'X-CaSe': ['1', '2'], 'x-case': '3' }
    await exchange(port, request({ target: '/text?a=b', headers, version: '1.0' }))
    await expect.poll(() => exchanges.length).toBe(1)
    const fields = [
      ['Host', 'localhost'],
      ['X-CaSe', '1'],
      ['X-CaSe', '2'],
      ['x-case', '3'],
    ]
    const message = { method: 'GET', target: '/text?a=b', version: '1.0', fields, secure: undefined }
    expect(exchanges[0]?.request).toEqual(message)
  })

  it('content that is shorter, or longer, than its length', async () => {
    const exchanges: Exchange[] = []
    const sending = (length: number) =>
      raw((res) => res.writeHead(200, { 'Content-Length': length, Connection: 'close' }).end('abc'))
    const app = { routes: { '/short': sending(5), '/long': sending(1) } }
    const { port } = await serve(framework, mounted(app, [observeMount(exchanges)]))
    await exchange(port, request({ target: '/short' }))
    await exchange(port, request({ target: '/long' }))
    await expect.poll(() => exchanges.length).toBe(2)
    expect(exchanges.map(({ response }) => [response.complete, response.contentLength, response.surplus])).toEqual([
      [false, 3, 0],
      [true, 1, 2],
    ])
  })

  it('101, after which another protocol is spoken', async () => {
    const exchanges: Exchange[] = []
    const switching = raw((res) => res.writeHead(101, { Connection: 'Upgrade', Upgrade: 'x' }).end())
    const app = { routes: { '/': switching }, problems: false } as const
    const { port } = await serve(framework, mounted(app, [observeMount(exchanges)]))
    await exchange(port, request())
    await expect.poll(() => exchanges.length).toBe(1)
    expect(exchanges[0]?.response).toMatchObject({ status: 101, surplus: 0, complete: true })
  })

  it.each(['the client leaves', 'the server cuts it'])(
    'of a response without an end only the head: %s',
    async (how) => {
      const exchanges: Exchange[] = []
      const events = raw((res) => {
        res.writeHead(200, { 'Content-Type': 'text/event-stream' })
        const timer = setInterval(() => res.write('data: 1\n\n'), 2)
        res.on('close', () => clearInterval(timer))
        if (how === 'the server cuts it') setTimeout(() => res.destroy(), 20)
      })
      const { port } = await serve(framework, mounted({ routes: { '/': events } }, [observeMount(exchanges)]))
      await converse(port, {}, async (conversation) => {
        conversation.send(request())
        await conversation.until(({ bytes }) => bytes.includes('data: 1'))
        if (how === 'the server cuts it') await conversation.untilClosed()
      })
      await expect.poll(() => exchanges.length).toBe(1)
      const { response } = exchanges[0] ?? {}
      expect(response?.fields).toContainEqual(['Content-Type', 'text/event-stream'])
      expect([response?.content, response?.contentLength, response?.complete, response?.trailers]).toEqual(
        Array(4).fill(undefined),
      )
    },
  )

  it('nothing of a response whose client has left before it', async () => {
    const exchanges: Exchange[] = []
    let answered = false
    const late = raw((res) => {
      res.on('close', () => {
        res.end('too late')
        answered = true
      })
    })
    const { port } = await serve(framework, mounted({ routes: { '/': late } }, [observeMount(exchanges)]))
    await converse(port, {}, async (conversation) => {
      conversation.send(request())
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    await expect.poll(() => answered).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(exchanges).toEqual([])
  })
})
