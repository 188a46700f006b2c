// Mutation tests, one area after the other, each with its own tests: `npm run mutate`, or `npm run mutate headers rules`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is mutated, and the tests that have to notice. */
const areas = {
  headers: { mutate: ['src/headers/**/*.ts'], tests: ['headers'] },
  recognize: { mutate: ['src/recognize/**/*.ts'], tests: ['recognize'] },
  respond: { mutate: ['src/respond/**/*.ts'], tests: ['respond'] },
  rules: { mutate: ['src/rules/**/*.ts', '!src/rules/examples/**/*.ts'], tests: ['rules', 'audit'] },
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in areas))
if (unknown !== undefined) throw new Error(`There is no area ${unknown}; there are ${Object.keys(areas).join(', ')}.`)

const root = fileURLToPath(new URL('..', import.meta.url))
const failed = []
for (const [name, { mutate, tests }] of Object.entries(areas)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n# ${name}`)
  const { status } = spawnSync(
    'npx',
    ['stryker', 'run', '--mutate', mutate.join(','), '--incrementalFile', `reports/${name}.json`],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_TESTS: tests.join(',') },
    },
  )
  if (status !== 0) failed.push(name)
}
if (failed.length > 0) {
  console.error(`\nBelow the threshold, or not run: ${failed.join(', ')}`)
  process.exitCode = 1
}
