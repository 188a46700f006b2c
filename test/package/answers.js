// What an application must answer that has the routes of express.js or koa.js, whatever it runs on.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'

const PROBLEM = 'application/problem+json'

/** Serves the application on a free port, asks what the routes are for, and stops. */
export async function checkAnswers(listener) {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const ask = async (path, headers) => {
    const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`, { headers, redirect: 'manual' })
    const type = response.headers.get('content-type')
    return { status: response.status, headers: response.headers, type, body: await response.text() }
  }
  try {
    const missing = await ask('/nowhere')
    assert.deepEqual([missing.status, missing.type], [404, PROBLEM])
    assert.equal(JSON.parse(missing.body).status, 404)

    const thrown = await ask('/orders/42')
    assert.deepEqual([thrown.status, thrown.type], [404, PROBLEM])
    assert.equal(JSON.parse(thrown.body).detail, 'No order 42')

    const method = await ask('/orders')
    assert.deepEqual([method.status, method.type, method.headers.get('allow')], [405, PROBLEM, 'GET, HEAD, POST'])

    const foreign = await ask('/teapot')
    assert.deepEqual([foreign.status, foreign.type], [418, PROBLEM])
    assert.equal(JSON.parse(foreign.body).detail, 'No coffee here')

    const failure = await ask('/failure')
    assert.deepEqual([failure.status, failure.type], [500, PROBLEM])
    assert.doesNotMatch(failure.body, /secret/)

    const empty = await ask('/empty')
    assert.deepEqual([empty.status, empty.type, empty.body], [204, null, ''])

    const part = await ask('/text', { Range: 'bytes=5-' })
    assert.deepEqual([part.status, part.headers.get('content-range'), part.body], [206, 'bytes 5-8/9', 'text'])

    const old = await ask('/legacy/form')
    assert.deepEqual([old.status, old.type], [410, PROBLEM])

    const elsewhere = await ask('/blog/42?a=1')
    assert.deepEqual([elsewhere.status, elsewhere.headers.get('location')], [301, '/orders/42?a=1'])

    const bare = await ask('/bare')
    assert.deepEqual([bare.status, bare.type], [401, PROBLEM])
    assert.match(bare.headers.get('www-authenticate'), /^Bearer realm=/)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
