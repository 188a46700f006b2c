// node command.js: the command line, against an application that breaks one rule.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [version, help, status, unknown] = await Promise.all([
  statuswise('--version'),
  statuswise('audit', '--help'),
  statuswise('explain', '405'),
  statuswise('explain', 'nothing'),
])
assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/)
assert.match(help.stdout, /--unsafe/)
assert.match(status.stdout, /Allow/)
assert.equal(unknown.code, 2)

const server = createServer((_req, res) => res.writeHead(405).end('No.')).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${server.address().port}`
writeFileSync('openapi.yaml', 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /orders:\n    get: {}\n')
const audit = await statuswise('audit', url, '--openapi', 'openapi.yaml', '--json', '--rate', '1000')
assert.equal(audit.code, 1, audit.stderr)
assert.ok(audit.stdout.includes('9110-15.5.6-allow'))
assert.ok(audit.stdout.includes('/orders'))
server.closeAllConnections()
server.close()

function statuswise(...args) {
  return new Promise((resolve) => {
    execFile('node_modules/.bin/statuswise', args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr })
    })
  })
}
