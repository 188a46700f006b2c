import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cut } from '../../../adapters/node/end.ts'

describe('cut', () => {
  it('ends a response that ends with its connection also where that has no reset: not TCP', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'statuswise-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const server = createServer((_req, res) => res.write('half', () => cut(res)))
    onTestFinished(() => void server.close())
    const path = join(folder, 'socket')
    await once(server.listen(path), 'listening')
    const client = connect(path)
    client.write('GET / HTTP/1.0\r\n\r\n')
    expect(await text(client)).toMatch(/\r\n\r\nhalf$/)
  })
})
