import { describe, expect, it } from 'vitest'
import { answering, audit, auditJson, serve, serveTcp } from './support.ts'

const FAST = ['--timeout', '0.2', '--max-requests', '30']

/** The ids of the troubles that were found, each once. */
async function troublesOf(url: string): Promise<{ code: number; ids: readonly string[]; what: string }> {
  const { code, report } = await auditJson(url, ...FAST)
  return {
    code,
    ids: [...new Set(report.troubles.map(({ id }) => id))],
    what: report.troubles.map(({ what }) => what).join('\n'),
  }
}

/** A server that is fine but for one path. */
function mostlyFine(
  onBad: (write: (bytes: string) => void, end: () => void, reset: () => void) => void,
): Promise<string> {
  return serveTcp((socket) => {
    socket.on('data', (bytes) => {
      if (!bytes.toString('latin1').includes(' /bad ')) {
        socket.write('HTTP/1.1 404 Not Found\r\nDate: Sat, 21 Nov 2026 08:00:00 GMT\r\nContent-Length: 2\r\n\r\nno')
        return
      }
      onBad(
        (text) => socket.write(text, 'latin1'),
        () => socket.end(),
        () => socket.resetAndDestroy(),
      )
    })
  })
}

describe('a server that gives nothing to audit ends with 2', () => {
  it('as nobody is there', async () => {
    const { code, stderr } = await audit('http://127.0.0.1:1/')
    expect(code).toBe(2)
    expect(stderr).toContain('Nobody answers at http://127.0.0.1:1 (127.0.0.1: connect ECONNREFUSED')
  })

  it('as it never answers', async () => {
    const { code, stderr } = await audit(await serveTcp(() => {}), ...FAST)
    expect(code).toBe(2)
    expect(stderr).toContain('gave no answer that can be audited. No answer within 0.2 s.')
  })

  it('as it closes every connection', async () => {
    const url = await serveTcp((socket) => socket.on('data', () => socket.end()))
    expect(await audit(url, ...FAST)).toMatchObject({ code: 2, stdout: '' })
  })

  it('as it resets every connection', async () => {
    const url = await serveTcp((socket) => socket.on('data', () => socket.resetAndDestroy()))
    expect(await audit(url, ...FAST)).toMatchObject({ code: 2, stdout: '' })
  })

  it('as it speaks another protocol', async () => {
    const url = await serveTcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))
    const { code, stderr } = await audit(url, ...FAST)
    expect(code).toBe(2)
    expect(stderr).toContain('This is no HTTP response: "SSH-2.0-OpenSSH_9.2"')
  })

  it('as it sends bytes without a line for ever', async () => {
    const url = await serveTcp((socket) => {
      const send = (): void => {
        while (!socket.destroyed && socket.write('x'.repeat(65_536)));
      }
      socket.on('drain', send)
      socket.on('data', send)
    })
    expect((await audit(url, ...FAST)).code).toBe(2)
  })

  it('as TLS is not what it speaks', async () => {
    const url = await serve((_, response) => response.end())
    const { code, stderr } = await audit(url.replace('http:', 'https:'), ...FAST)
    expect(code).toBe(2)
    expect(stderr).toContain('speaks http, not https. Write http://127.0.0.1:')
  })
})

describe('a server with one bad path fails the audit', () => {
  it.each([
    ['wire-no-answer', 'No answer within', () => {}],
    ['wire-closed', 'closed the connection without an answer', (_: unknown, end: () => void) => end()],
    ['wire-closed', 'reset the connection without', (_: unknown, __: unknown, reset: () => void) => reset()],
    ['wire-garbage', 'no HTTP response: "hello"', (write: (text: string) => void) => write('hello\r\n')],
    [
      'wire-garbage',
      'cut short',
      (write: (text: string) => void, end: () => void) => {
        write('HTTP/1.1 200 OK\r\nA')
        end()
      },
    ],
  ] as const)('with %s: %s', async (id, text, onBad) => {
    const { code, ids, what } = await troublesOf(`${await mostlyFine(onBad)}/bad`)
    expect(ids).toContain(id)
    expect(what).toContain(text)
    expect(code).toBe(1)
  })
})

describe('content', () => {
  it('that never ends is not read to its end, and nothing is said of it', async () => {
    const url = await serve((request, response) => {
      const send = (): void => {
        // An answer to HEAD takes content for ever.
        while (request.method !== 'HEAD' && !response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', send)
      send()
      if (request.method === 'HEAD') response.end()
    })
    const { report } = await auditJson(url, '--timeout', '2', '--max-requests', '5')
    expect(report.troubles).toContainEqual(
      expect.objectContaining({
        id: 'wire-not-read',
        severity: 'note',
        what: expect.stringContaining('1048576 bytes'),
      }),
    )
  })

  it('that trickles is not waited for longer than --timeout', async () => {
    const url = await answering('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n', (socket) => {
      const timer = setInterval(() => socket.write('x'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    const started = performance.now()
    const { report } = await auditJson(url, '--timeout', '0.1', '--max-requests', '5')
    expect(performance.now() - started).toBeLessThan(5000)
    expect(report.troubles[0]).toMatchObject({ id: 'wire-not-read', what: expect.stringContaining('0.1 s') })
  })

  it('that is shorter than its Content-Length breaks a MUST', async () => {
    const url = await answering('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', (socket) => socket.end())
    const { code, report } = await auditJson(url, ...FAST)
    expect(code).toBe(1)
    const shown = report.findings.flatMap(({ occurrences }) => occurrences.map(({ transcript }) => transcript))
    expect(shown.join('\n')).toContain('* the response was cut short')
  })

  it('that is longer than its Content-Length breaks a MUST', async () => {
    const { code, report } = await auditJson(
      await answering('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef'),
      ...FAST,
    )
    expect(code).toBe(1)
    const shown = report.findings.flatMap(({ occurrences }) => occurrences.map(({ transcript }) => transcript))
    expect(shown.join('\n')).toContain('* 3 bytes came after the end of the response')
  })

  it('in broken chunks is told', async () => {
    const chunks = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnope\r\n'
    const { code, ids, what } = await troublesOf(await answering(chunks))
    expect(code).toBe(1)
    expect(ids).toContain('wire-malformed')
    expect(what).toContain('The size of a chunk is no number: "nope".')
  })

  it('full of escape sequences reaches no terminal', async () => {
    const url = await answering(
      'HTTP/1.1 405 \x1b[2J\x1b]0;owned\x07\r\nX: \x1b[31m\x9b1m\r\nContent-Length: 13\r\n\r\n\x1b[2J\x1b]8;;evil',
    )
    for (const format of [[], ['--json'], ['--sarif'], ['--junit']]) {
      const { stdout } = await audit(url, '--timeout', '0.05', '--max-requests', '6', ...format)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
      expect(stdout).toContain('x1b[2J')
    }
  })
})

describe('a connection after an error', () => {
  it('has to be good for a second request', async () => {
    const url = await serveTcp((socket) => {
      let requests = 0
      socket.on('data', () => {
        requests++
        if (requests === 1)
          socket.write('HTTP/1.1 404 Not Found\r\nDate: Sat, 21 Nov 2026 08:00:00 GMT\r\nContent-Length: 0\r\n\r\n')
      })
    })
    const { code, report } = await auditJson(url, ...FAST)
    expect(code).toBe(1)
    expect(report.troubles).toContainEqual(
      expect.objectContaining({
        id: 'wire-no-answer',
        probe: expect.stringContaining('a second GET on the connection of'),
      }),
    )
  })

  it('may end when a second request comes, which is told and no error', async () => {
    const url = await serveTcp((socket) => {
      let requests = 0
      socket.on('data', () => {
        requests++
        if (requests === 1)
          socket.write('HTTP/1.1 404 Not Found\r\nDate: Sat, 21 Nov 2026 08:00:00 GMT\r\nContent-Length: 0\r\n\r\n')
        else socket.end()
      })
    })
    const { report } = await auditJson(url, ...FAST, '--max-requests', '4')
    expect(report.troubles).toContainEqual(expect.objectContaining({ id: 'wire-keep-alive', severity: 'note' }))
    expect(report.troubles.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is used again for each error of a server that does it right', async () => {
    const requests = new Map<unknown, number>()
    const url = await serve((request, response) => {
      requests.set(request.socket, (requests.get(request.socket) ?? 0) + 1)
      response
        .writeHead(404, { 'Content-Type': 'text/plain' })
        .end(request.method === 'HEAD' ? undefined : 'nothing here')
    })
    const { report } = await auditJson(url, '--max-requests', '20')
    expect([...requests.values()]).toContain(2)
    expect(report.troubles.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('a server that goes away', () => {
  it('is reported, and the audit ends', async () => {
    const { createServer } = await import('node:net')
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => {
        socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        server.close()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, report } = await auditJson(`http://127.0.0.1:${port}/`)
    expect(code).toBe(1)
    expect(report.stopped).toBe('because the server accepts no connection any more')
    expect(report.troubles.map(({ id }) => id)).toContain('wire-refused')
  })
})
