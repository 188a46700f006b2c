import assert from 'node:assert/strict'
import { BadGateway, Conflict } from 'statuswise'
import { fromSip, parseSipResponse, sipStatuses } from 'statuswise/sip'

const busy = fromSip('SIP/2.0 486 Busy Here\r\nRetry-After: 120 (in a meeting);duration=3600\r\n\r\n')
assert.ok(busy instanceof Conflict)
assert.deepEqual(busy.headers, { 'Retry-After': '120' })
assert.equal(fromSip({ status: 180 }), undefined)
assert.equal(fromSip({ status: 200 }).status, 200)
assert.throws(() => parseSipResponse('HTTP/1.1 200 OK\r\n\r\n'), BadGateway)
assert.equal(sipStatuses[604].http, 404)
