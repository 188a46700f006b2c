// @ts-check
/**
 * What importing the middleware adds to a process that has its framework loaded. Each sample is the time of one
 * `await import()` in a new process; the kinds take turns, so that all of them meet the same machine.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './statistics.js'

/** @typedef {import('./statistics.js').Estimate} Estimate in milliseconds */

const kinds = [
  { loaded: 'express', added: 'statuswise/express' },
  { loaded: 'koa', added: 'statuswise/koa' },
  { loaded: 'express', added: 'data:text/javascript,' },
]

/**
 * @param {number} processes for each kind
 * @returns {Promise<{ loaded: string, added: string, cost: Estimate }[]>} the last is an empty module, for comparison
 */
export async function importCost(processes) {
  /** @type {number[][]} */
  const samples = kinds.map(() => [])
  for (let n = 0; n < processes; n += 1) {
    for (const [kind, { loaded, added }] of kinds.entries()) samples[kind]?.push(await sample(loaded, added))
  }
  return kinds.map((kind, n) => ({ ...kind, cost: median(samples[n] ?? []) }))
}

/**
 * @param {string} loaded
 * @param {string} added
 * @returns {Promise<number>}
 */
function sample(loaded, added) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('import-once.js', import.meta.url)), [loaded, added], {
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' },
      execArgv: [],
    })
    child.once('message', (milliseconds) => resolve(Number(milliseconds)))
    child.once('exit', (code) => reject(new Error(`import of ${added} after ${loaded} ended with ${code}`)))
  })
}
