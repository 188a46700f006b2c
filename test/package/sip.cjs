const assert = require('node:assert/strict')
const { HttpProblem } = require('statuswise')
const { fromSip } = require('statuswise/sip')

assert.ok(fromSip({ status: 603 }) instanceof HttpProblem)
assert.equal(fromSip({ status: 603 }).status, 403)
