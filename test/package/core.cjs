const assert = require('node:assert/strict')
const { createResponder, MethodNotAllowed } = require('statuswise')

const { respond } = createResponder()
const { status, headers } = respond(new MethodNotAllowed({ allow: ['GET'] }), { method: 'PUT', headers: {} })
assert.equal(status, 405)
assert.equal(new Headers(headers).get('allow'), 'GET, HEAD')
assert.throws(() => new MethodNotAllowed(), TypeError)
assert.equal(require('statuswise/package.json').name, 'statuswise')
require('statuswise/express')
require('statuswise/koa')

// One copy of the classes, however a module gets at them.
import('statuswise').then((imported) => assert.equal(imported.MethodNotAllowed, MethodNotAllowed))
