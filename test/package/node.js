import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { NotFound } from 'statuswise'
import { createHandler, drain, finalHandler, protect } from 'statuswise/node'

const handler = createHandler(async (req, res) => {
  if (req.url === '/final') return finalHandler(req, res)()
  throw new NotFound(`No ${req.url}`)
})
const server = protect(createServer(handler), { overload: { maxEventLoopDelay: 60_000 } })
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address()

async function ask(text) {
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}

const last = 'Host: a\r\nConnection: close\r\n\r\n'
assert.match(await ask(`GET /x HTTP/1.1\r\n${last}`), /^HTTP\/1\.1 404 Not Found\r\n[\s\S]*"No \/x"/)
assert.match(await ask(`GET /final HTTP/1.1\r\n${last}`), /^HTTP\/1\.1 404 Not Found\r\n[\s\S]*problem\+json/)
assert.match(await ask('GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*"The request has no Host/)
assert.match(await ask('BREW / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 501 Not Implemented\r\nDate: [\s\S]*problem\+json/)
assert.deepEqual(await drain(server, { timeout: 1000 }), { cut: 0 })
