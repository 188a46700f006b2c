const assert = require('node:assert/strict')
const { createResponder } = require('statuswise')
const { ja } = require('statuswise/languages/ja')

const { respond } = createResponder({ languages: { ja } })
const { headers } = respond(null, { method: 'GET', httpVersion: '1.1', headers: { 'accept-language': 'ja' } })
assert.equal(headers['Content-Language'], 'ja')
