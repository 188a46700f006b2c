import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path'

const PAGES = ['caches-and-crawlers', 'iis', 'node', 'rules', 'sip', 'statuses'].map((page) => `docs/${page}.md`)
const OUTSIDE_DIST = ['CHANGELOG.md', 'LICENSE', 'README.md', ...PAGES, 'package.json']

/** Asserts that an installed package holds what it should, nothing else, and nothing of the machine that built it. */
export async function checkContents(installed, repository) {
  const files = await readFiles(installed)
  const names = [...files.keys()]
  assert.deepEqual(names.filter((name) => !name.startsWith('dist/')).sort(), OUTSIDE_DIST)
  assert.deepEqual(
    names.filter((name) => /^dist\//.test(name) && !/\.(js|js\.map|d\.ts)$/.test(name)),
    [],
  )

  for (const [, target] of files.get('README.md').matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
    assert.ok(files.has(target), `README.md links to ${target}, which is missing`)
  }

  for (const [name, text] of files) {
    for (const place of [repository, homedir()]) {
      assert.ok(!text.includes(join(place, sep)), `${name} names a path of this machine: ${place}`)
    }
    if (name.endsWith('.map')) checkSourceMap(name, JSON.parse(text), names)
    const map = /^\/\/# sourceMappingURL=(.+)$/m.exec(text)?.[1]
    if (map !== undefined)
      assert.ok(files.has(posix.join(dirname(name), map)), `${name} names ${map}, which is missing`)
  }
  return `${names.length} files`
}

// The sources are not in the package, so that the map has to bring their text.
function checkSourceMap(name, { sources, sourcesContent = [] }, names) {
  for (const [index, source] of sources.entries()) {
    assert.ok(!isAbsolute(source) && !source.includes('://'), `${name} names an absolute source: ${source}`)
    const isPacked = names.includes(posix.join(dirname(name), source))
    assert.ok(isPacked || typeof sourcesContent[index] === 'string', `${name} names ${source}, which is missing`)
  }
}

async function readFiles(folder) {
  const files = new Map()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8'))
  }
  return files
}
