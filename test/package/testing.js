// node testing.js: what statuswise/testing says of responses of fetch.
import assert from 'node:assert/strict'
import { conformant, expectConformant, matchers } from 'statuswise/testing'

const bare = new Response('No.', { status: 401, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
await assert.rejects(async () => expectConformant(bare), /RFC 9110 §15\.5\.2[\s\S]*Unauthorized/)

const right = new Response('{"status":404}', { status: 404, headers: { 'Content-Type': 'application/problem+json' } })
await expectConformant(right)
assert.equal(typeof conformant(), 'function')
assert.deepEqual(Object.keys(matchers), ['toConform', 'toBeProblem'])
