const assert = require('node:assert/strict')
const { conformant } = require('statuswise/testing')

assert.throws(() => conformant({ ignore: ['nothing'] }), /There is no rule nothing/)
