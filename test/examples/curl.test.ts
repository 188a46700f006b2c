import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Host, startHosts } from '../../examples/tour/hosts.ts'

// A client that nobody here has written: it goes on with a download where that was interrupted.

const isThere = spawnSync('curl', ['--version']).status === 0
const WITHOUT = 'curl is not installed: nothing shows that it can resume a download from the example applications'

it('a curl is there to resume downloads with', ({ skip }) => {
  if (!isThere && !process.env.CI) {
    console.warn(WITHOUT)
    skip(WITHOUT)
  }
  expect(isThere, WITHOUT).toBe(true)
})

const catalogue = readFileSync(new URL('../../examples/orders/catalogue.csv', import.meta.url))
const priceList = readFileSync(new URL('../../examples/public/price-list.csv', import.meta.url))

let hosts: Host[]
beforeAll(async () => {
  hosts = await startHosts()
})
afterAll(() => Promise.all(hosts.map((host) => host.close())))

describe.runIf(isThere).each([
  ['Express', 0],
  ['Koa', 1],
])('curl --continue-at -, of the example on %s', (_name, index) => {
  const portOf = (): number => (hosts[index] as Host).port

  it.each([
    ['the catalogue', '/catalogue.csv', catalogue, []],
    ['the catalogue, with compression on offer', '/catalogue.csv', catalogue, ['--compressed']],
    ['a static file', '/files/price-list.csv', priceList, []],
  ])('gets the rest of %s: only the rest (RFC 9110 §14.2)', async (_what, target, whole, options) => {
    const file = temporaryFile()
    const cutAt = Math.floor(whole.length / 3)
    const cut = await curl(['--output', file, `http://127.0.0.1:${await interrupting(portOf(), cutAt)}${target}`])
    expect(cut.code).toBe(PARTIAL_FILE)
    expect(readFileSync(file)).toEqual(whole.subarray(0, cutAt))

    const resumed = await curl([...RESUME, ...options, '--output', file, `http://127.0.0.1:${portOf()}${target}`])
    expect(resumed).toEqual({ code: 0, printed: `206, ${whole.length - cutAt} bytes` })
    expect(readFileSync(file)).toEqual(whole)
  })

  it('sees by the 416 that there is no more to get (RFC 9110 §15.5.17)', async () => {
    const file = temporaryFile()
    writeFileSync(file, catalogue)
    const resumed = await curl([...RESUME, '--output', file, `http://127.0.0.1:${portOf()}/catalogue.csv`])
    expect(resumed).toMatchObject({ code: 0, printed: expect.stringMatching(/^416, /) })
    expect(readFileSync(file)).toEqual(catalogue)
  })

  it('does not add the rest of this edition to the beginning of another (RFC 9110 §13.1.5)', async () => {
    const file = temporaryFile()
    writeFileSync(file, 'the last edition')
    const url = `http://127.0.0.1:${portOf()}/catalogue.csv`
    const resumed = await curl([...RESUME, '--header', 'If-Range: "catalogue-6"', '--output', file, url])
    expect(resumed.code).toBe(RANGE_ERROR)
    expect(readFileSync(file, 'utf8')).toBe('the last edition')
  })
})

const RESUME = ['--continue-at', '-', '--write-out', '%{http_code}, %{size_download} bytes']
// Exit codes of curl.
const PARTIAL_FILE = 18
const RANGE_ERROR = 33

interface Ended {
  readonly code: unknown
  readonly printed: string
}

/** Runs curl, without the settings of whoever runs the tests. */
function curl(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile('curl', ['--disable', '--silent', '--noproxy', '*', ...args], { timeout: 20_000 }, (error, printed) => {
      resolve({ code: error === null ? 0 : error.code, printed })
    })
  })
}

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'statuswise-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'download')
}

/** Stands between a client and a server, and cuts each connection when so many bytes of content have passed. */
async function interrupting(port: number, bytes: number): Promise<number> {
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    let received = Buffer.alloc(0)
    client.on('error', () => {}).pipe(upstream.on('error', () => {}))
    upstream.on('data', (data) => {
      received = Buffer.concat([received, data])
      const content = received.indexOf('\r\n\r\n') + 4
      if (content < 4 || received.length < content + bytes) return
      client.end(received.subarray(0, content + bytes))
      upstream.destroy()
    })
  })
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}
