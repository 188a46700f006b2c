import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'
import { audit, type JsonReport, serve, serveTcp } from './support.ts'

/** Runs an audit that is interrupted after so many requests have come. */
async function interrupted(after: number, ...options: readonly string[]) {
  const interruption = new AbortController()
  let requests = 0
  const url = await serve((_, response) => {
    // The last one gets no answer, so that it is waited for.
    if (++requests < after) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no')
    else interruption.abort()
  })
  let stdout = ''
  let stderr = ''
  const code = await main(['audit', url, '--rate', '10000', ...options], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text), isTTY: true, columns: 80 },
    signal: interruption.signal,
  })
  return { code, stdout, stderr, requests }
}

describe('an audit that is interrupted', () => {
  it('ends at once with what is known, and with 130', async () => {
    const started = performance.now()
    const { code, stdout, stderr, requests } = await interrupted(6)
    expect(performance.now() - started).toBeLessThan(4000)
    expect([code, requests]).toEqual([130, 6])
    expect(stdout).toContain('The audit is not complete: interrupted.')
    expect(stdout).not.toContain('wire-')
    expect(stderr.endsWith('\r\u001b[K')).toBe(true)
  })

  it('says so in JSON and on stderr, and writes the HTML report', async () => {
    const html = join(await mkdtemp(join(tmpdir(), 'statuswise-')), 'report.html')
    const { stdout, stderr } = await interrupted(6, '--json', '--html', html)
    expect(JSON.parse(stdout) as JsonReport).toMatchObject({ ok: false, stopped: 'interrupted', troubles: [] })
    expect(stderr).toContain('statuswise: The audit is not complete: interrupted.')
    expect(await readFile(html, 'utf8')).toContain('The audit is not complete: interrupted.')
  })

  it('has nothing to say where nothing was answered', async () => {
    const { code, stdout, stderr } = await interrupted(1)
    expect([code, stdout]).toEqual([130, ''])
    expect(stderr).toContain('Interrupted before anything was known.')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s as a program',
    async (signal) => {
      const bin = fileURLToPath(new URL('../../cli/bin.ts', import.meta.url))
      let requests = 0
      const url = await serve((_, response) => {
        if (++requests < 5) response.end('x')
        else child.kill(signal)
      })
      const child = spawn(process.execPath, ['--import', 'tsx', bin, 'audit', url], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let stdout = ''
      child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()))
      const code = await new Promise((resolve) => child.on('close', resolve))
      expect(code).toBe(130)
      expect(stdout).toContain('The audit is not complete: interrupted.')
    },
    20_000,
  )
})

describe('--html', () => {
  const OLD = 'the report of yesterday'
  const folderWithOld = async (): Promise<{ folder: string; file: string }> => {
    const folder = await mkdtemp(join(tmpdir(), 'statuswise-'))
    const file = join(folder, 'report.html')
    await writeFile(file, OLD)
    return { folder, file }
  }

  it('leaves an older report alone until there is a new one', async () => {
    const { folder, file } = await folderWithOld()
    await audit('http://127.0.0.1:1/', '--html', file)
    expect(await readFile(file, 'utf8')).toBe(OLD)
    const silent = await serveTcp((socket) => socket.on('data', () => socket.end()))
    await audit(silent, '--html', file, '--max-requests', '3')
    expect(await readFile(file, 'utf8')).toBe(OLD)
    let during = ''
    const url = await serve((_, response) => {
      void readFile(file, 'utf8').then((text) => {
        during = text
        response.end('x')
      })
    })
    await audit(url, '--html', file, '--max-requests', '10')
    expect(during).toBe(OLD)
    expect(await readFile(file, 'utf8')).toContain('<!DOCTYPE html>')
    expect(await readdir(folder)).toEqual(['report.html'])
  })

  it('writes where a symbolic link leads', async () => {
    const { folder, file } = await folderWithOld()
    const link = join(folder, 'link.html')
    await symlink(file, link)
    await audit(await serve((_, response) => response.end('x')), '--html', link, '--max-requests', '5')
    expect(await readFile(file, 'utf8')).toContain('<!DOCTYPE html>')
  })

  it.each(['/does/not/exist/report.html', tmpdir()])(
    'says before anything is sent that %s cannot be written',
    async (file) => {
      let requests = 0
      const { code, stderr } = await audit(await serveTcp(() => requests++), '--html', file)
      expect([code, requests]).toEqual([2, 0])
      expect(stderr).toContain(`${file} cannot be written`)
    },
  )
})
