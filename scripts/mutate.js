// Mutation tests, each area with its own tests: `npm run mutate`, `npm run mutate -- headers`, or a part of an area:
// `npm run mutate -- rules/topics/caching`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is mutated, and the tests that have to notice: the first part that matches. */
const areas = [
  { part: /^headers/, tests: ['headers'] },
  { part: /^recognize/, tests: ['recognize'] },
  { part: /^respond/, tests: ['respond'] },
  { part: /^moved/, tests: ['moved'] },
  { part: /^iis/, tests: ['iis/iis.test.ts'] },
  { part: /^sip/, tests: ['fields', 'from-sip', 'parse-response'].map((name) => `sip/${name}.test.ts`) },
  {
    part: /^languages\/(?:lookup|language-tag|read-catalogue|texts-of)/,
    tests: ['languages/lookup.test.ts', 'respond/languages.test.ts', 'respond/lacking-texts.test.ts'],
  },
  { part: /^rules\/grammar/, tests: ['rules/grammar'] },
  {
    part: /^rules\/topics/,
    tests: [
      ...['examples', 'near-misses', 'findings', 'correct', 'unseen-request'].map((name) => `${name}.test.ts`),
      'topics',
    ].map((name) => `rules/${name}`),
  },
  { part: /^rules\/shared/, tests: ['rules/shared'] },
  {
    part: /^rules\/[a-z-*]+\.ts$/,
    tests: [
      ...['exchange-view', 'fault', 'fields-view', 'message-views', 'rulebook', 'transcript', 'transcript-of'],
    ].map((name) => `rules/${name}.test.ts`),
  },
]
const rules = ['rules/grammar', 'rules/shared', 'rules/topics', 'rules/*.ts']
const languages = ['lookup', 'language-tag', 'read-catalogue', 'texts-of'].map((name) => `languages/${name}.ts`)
const everything = ['headers', 'recognize', 'respond', 'moved', 'iis', 'sip', 'languages', 'rules']

const groups = new Map([
  ['rules', rules],
  ['languages', languages],
])

const given = process.argv.slice(2)
const wanted = (given.length > 0 ? given : everything).flatMap((part) => groups.get(part) ?? [part])
const root = fileURLToPath(new URL('..', import.meta.url))
const failed = []
for (const part of wanted) {
  const area = areas.find((one) => one.part.test(part))
  if (area === undefined) throw new Error(`${part} is in no area; there are ${everything.join(', ')}.`)
  const files = part.endsWith('.ts') ? `src/${part}` : `src/${part}/**/*.ts`
  console.log(`\n# ${part}`)
  const args = ['stryker', 'run', '--mutate', `${files},!src/rules/examples/**/*.ts`]
  const env = { ...process.env, MUTATION_TESTS: area.tests.join(','), ORACLE_RUNS: '3000' }
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) failed.push(part)
}
if (failed.length > 0) {
  console.error(`\nBelow the threshold, or not run: ${failed.join(', ')}`)
  process.exitCode = 1
}
