import assert from 'node:assert/strict'
import { basic, createResponder, Forbidden, ServiceUnavailable } from 'statuswise'
import { iis, iisStatuses } from 'statuswise/iis'

const problem = iis('403.4')
assert.ok(problem instanceof Forbidden)
assert.equal(problem.substatus, '403.4')
assert.ok(iis('403.9') instanceof ServiceUnavailable)
assert.equal(iis('401.1', { challenges: [basic({ realm: 'intranet' })] }).status, 401)
assert.throws(() => iis('401.1'), TypeError)
assert.throws(() => iis('403'), TypeError)
assert.equal(iisStatuses['404.1'].http, 421)

// One copy of the classes and of their marks, whichever entry a problem comes from.
const { respond } = createResponder()
const told = (thrown) => respond(thrown, { method: 'GET', headers: {} })
assert.doesNotMatch(String(told(problem).body), /403\.4|SSL/)
assert.equal(JSON.parse(told(iis('403.4', { expose: true })).body).type, 'urn:statuswise:iis:403.4')
