const assert = require('node:assert/strict')
const { lookup } = require('statuswise/status')

assert.equal(lookup('Moved Temporarily').code, 302)
