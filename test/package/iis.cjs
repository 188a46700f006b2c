const assert = require('node:assert/strict')
const { HttpProblem } = require('statuswise')
const { iis } = require('statuswise/iis')

assert.ok(iis('502.1') instanceof HttpProblem)
assert.equal(iis('502.1').status, 504)
