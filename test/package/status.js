import assert from 'node:assert/strict'
import { lookup, statuses } from 'statuswise/status'

assert.equal(lookup('Payload Too Large').code, 413)
assert.equal(lookup(520).instead, 502)
assert.equal(statuses.find(({ code }) => code === 404).phrase, 'Not Found')
