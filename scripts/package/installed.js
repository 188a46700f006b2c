import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Asserts that the installed package gets this version of a dependency. */
export async function checkVersion(project, dependency, version) {
  const require = createRequire(join(project, 'node_modules/statuswise/dist/index.js'))
  const manifest = await readFile(findManifest(require.resolve(dependency), dependency), 'utf8')
  assert.equal(JSON.parse(manifest).version, version)
}

// Not every package exports its manifest.
function findManifest(file, dependency) {
  const inside = join('node_modules', dependency)
  return join(file.slice(0, file.lastIndexOf(inside)), inside, 'package.json')
}
