// @ts-check
/** The side of a contestant that talks to the benchmark: where it listens, and what CPU time it has used. */
import { createServer } from 'node:http'

/** @typedef {import('../response.js').Answer} Answer */

/**
 * @param {import('node:http').RequestListener} listener
 * @param {(server: import('node:http').Server) => import('node:http').Server} [prepare] the server
 */
export function serve(listener, prepare = (server) => server) {
  const server = prepare(createServer(listener)).listen(0, '127.0.0.1', () => {
    process.on('message', (question) => process.send?.(question === 'port' ? port(server) : cpu()))
  })
  process.on('disconnect', () => process.exit())
}

/**
 * The answers to write, by path, as they were captured from another contestant.
 * @returns {Map<string | undefined, { status: number, reason: string, headers: string[], body: Buffer }>}
 */
export function precomputed() {
  /** @type {[string, Answer][]} */
  const answers = Object.entries(JSON.parse(process.argv[2] ?? '{}'))
  return new Map(answers.map(([path, { body, ...head }]) => [path, { ...head, body: Buffer.from(body) }]))
}

/** @param {import('node:http').Server} server */
function port(server) {
  const address = server.address()
  return typeof address === 'object' ? address?.port : undefined
}

function cpu() {
  const { user, system } = process.cpuUsage()
  return user + system
}
