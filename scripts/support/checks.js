// One line per check, and a count at the end that people and CI can read.

/** @returns a list of checks that prints each with a tick or a cross, and goes on after a failure. */
export function createChecks() {
  let passed = 0
  let failed = 0
  return {
    /** @returns whether it passed: without it, what builds on it need not be tried. */
    async check(name, run) {
      try {
        const note = await run()
        passed++
        console.log(`✓ ${name}${typeof note === 'string' ? ` (${note})` : ''}`)
        return true
      } catch (error) {
        failed++
        console.log(`✗ ${name}\n${indent(error instanceof Error ? error.message : String(error))}`)
        return false
      }
    },
    /** Prints the count. */
    end() {
      console.log(`${passed} passed, ${failed} failed`)
      if (failed > 0) process.exitCode = 1
    },
  }
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ')
}
