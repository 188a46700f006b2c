// Mutation tests, each area with its own tests: `npm run mutate`, `npm run mutate -- headers`, or a part of an area:
// `npm run mutate -- rules/topics/caching`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is mutated, and the folders of tests that have to notice. */
const areas = {
  headers: { tests: ['headers'] },
  recognize: { tests: ['recognize'] },
  respond: { tests: ['respond'] },
  rules: { tests: ['rules', 'audit'], except: 'src/rules/examples/**/*.ts' },
}

const given = process.argv.slice(2)
const wanted = given.length > 0 ? given : Object.keys(areas)
const root = fileURLToPath(new URL('..', import.meta.url))
const failed = []
for (const part of wanted) {
  const area = areas[part.split('/')[0]]
  if (area === undefined) throw new Error(`${part} is in no area; there are ${Object.keys(areas).join(', ')}.`)
  const files = part.endsWith('.ts') ? `src/${part}` : `src/${part}/**/*.ts`
  const mutate = area.except === undefined ? files : `${files},!${area.except}`
  const name = part.replaceAll('/', '-')
  console.log(`\n# ${part}`)
  const args = ['stryker', 'run', '--mutate', mutate, '--incrementalFile', `reports/${name}.json`]
  const env = { ...process.env, MUTATION_TESTS: area.tests.join(',') }
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) failed.push(part)
}
if (failed.length > 0) {
  console.error(`\nBelow the threshold, or not run: ${failed.join(', ')}`)
  process.exitCode = 1
}
