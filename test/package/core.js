// The package alone, without any framework.
import assert from 'node:assert/strict'
import { createResponder, MethodNotAllowed } from 'statuswise'

const { respond } = createResponder()
const { status, headers } = respond(new MethodNotAllowed({ allow: ['GET'] }), { method: 'PUT', headers: {} })
assert.equal(status, 405)
assert.equal(new Headers(headers).get('allow'), 'GET, HEAD')
assert.throws(() => new MethodNotAllowed(), TypeError)
assert.match(import.meta.resolve('statuswise/package.json'), /statuswise\/package\.json$/)

// An adapter asks for its framework's requests and responses, never for the framework.
await import('statuswise/express')
await import('statuswise/koa')
