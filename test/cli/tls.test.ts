import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, auditJson } from './support.ts'

const credentials = makeCredentials()
if (credentials === undefined) console.warn('SKIPPED: the audit over TLS: no openssl here to make a certificate.')

/** A key and a certificate that nobody has signed. */
function makeCredentials(): { readonly key: Buffer; readonly cert: Buffer } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'statuswise-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost']
  try {
    execFileSync('openssl', ['req', '-x509', ...options, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } catch {
    return undefined
  }
}

describe.skipIf(credentials === undefined)('an audit over TLS', () => {
  const server = createServer(credentials ?? {}, (_, response) => response.end('x'))
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('takes a certificate on this machine that nobody has signed', async () => {
    const { port } = server.address() as AddressInfo
    const { report } = await auditJson(`https://localhost:${port}/`, '--max-requests', '10')
    expect(report.server).toBe(`https://localhost:${port}`)
    expect(report.exchanges).toBe(10)
    expect(report.troubles).toEqual([])
  })
  it('has to be asked for', async () => {
    const { port } = server.address() as AddressInfo
    const { code, stderr } = await audit(`http://127.0.0.1:${port}`, '--timeout', '1')
    expect(code).toBe(2)
    expect(stderr).toContain(`127.0.0.1:${port} speaks https, not http. Write https://127.0.0.1:${port}.`)
  })
})
