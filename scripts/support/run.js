import { execFile } from 'node:child_process'

/**
 * Runs a program to its end.
 *
 * @returns its stdout and stderr.
 * @throws {Error} with all its output, when it fails or takes longer than five minutes.
 */
export function run(command, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const limits = { timeout: 300_000, maxBuffer: 2 ** 26 }
    const child = execFile(command, args, { cwd, ...limits }, (error, stdout, stderr) => {
      if (error === null) return resolve({ stdout, stderr })
      const end = `ended with ${error.signal ?? error.code}`
      reject(new Error(`${[command, ...args].join(' ')}\n${end}\n${stdout}${stderr}`.trimEnd()))
    })
    child.stdin?.end()
  })
}
