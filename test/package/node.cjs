const assert = require('node:assert/strict')
const { once } = require('node:events')
const { createServer } = require('node:http')
const { NotFound } = require('statuswise')
const { createHandler, drain, protect } = require('statuswise/node')

const server = protect(
  createServer(
    createHandler(() => {
      throw new NotFound('Nothing here')
    }),
  ),
)

once(server.listen(0, '127.0.0.1'), 'listening').then(async () => {
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`)
  assert.equal(response.status, 404)
  assert.equal((await response.json()).detail, 'Nothing here')
  assert.deepEqual(await drain(server, { timeout: 10_000 }), { cut: 0 })
})
