import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe } from 'vitest'

const execute = promisify(execFile)

/** Runs a program that ends by itself, with whatever exit status, and gives what it wrote. */
export async function run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  try {
    return await execute(program, [...args], { timeout: 60_000, maxBuffer: 64 * 1024 * 1024, encoding: 'latin1' })
  } catch (error) {
    const { stdout = '', stderr = '', killed = false } = error as { stdout?: string; stderr?: string; killed?: boolean }
    if (killed) throw new Error(`${program} did not end: ${stderr}`)
    return { stdout, stderr }
  }
}

/**
 * `describe`, where a program is there; else its tests are skipped, and that is said.
 *
 * @param isFit tells from what the program says of its version whether it is good enough.
 */
export function describeWith(
  program: string,
  what: string,
  isFit: (version: string) => boolean = () => true,
): typeof describe | typeof describe.skip {
  const { error, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (error === undefined && isFit(stdout)) return describe
  console.warn(`SKIPPED: ${what}: no ${program} here that can do it.`)
  return describe.skip
}
