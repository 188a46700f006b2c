import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Which folders each folder of the core may import: the arrows of the design. */
const core: Readonly<Record<string, readonly string[]>> = {
  status: [],
  headers: [],
  text: [],
  languages: ['status', 'text'],
  problems: ['status', 'headers', 'text'],
  replies: ['status', 'headers', 'text', 'languages', 'problems'],
  iis: ['status', 'problems'],
  moved: ['headers', 'text', 'problems', 'replies'],
  sip: ['status', 'headers', 'text', 'problems', 'replies'],
  conform: ['status', 'headers'],
  recognize: ['status', 'headers', 'text', 'problems'],
  respond: ['status', 'headers', 'text', 'languages', 'problems', 'replies', 'recognize'],
  // The oracle: it shares nothing with what it judges but the registry of status codes.
  rules: ['status'],
  audit: ['text', 'rules'],
  // What people ask about a status; nothing else imports it.
  reference: ['status'],
}

/** What the core imports of others: these run without Node. */
const corePackages = ['negotiator', 'range-parser', 'safe-stable-stringify']

/** Which other adapters each adapter may import. All may import the core. */
const adapters: Readonly<Record<string, readonly string[]>> = {
  node: [],
  express: ['node'],
  koa: ['node'],
  server: ['node'],
}

const adapterPackages = ['http-errors']

interface Import {
  readonly from: string
  /** Path from the root, or the name of a package. */
  readonly to: string
  /** Whether it is gone when the types are. */
  readonly typeOnly: boolean
}

type Sources = ReadonlyMap<string, string>

const STATEMENT = /^(?:import|export)\b(\s+type\b)?(?:[\w\s{},*$]*?\bfrom)?\s*(['"])(.+?)\2/gm
const EXPRESSION = /\b(?:import|require)\s*\(\s*(?:(['"])(.+?)\1)?/g
const COMMENT_LINE = /^\s*(?:\/\/|\/\*|\*).*$/gm

function importsOf(path: string, source: string): Import[] {
  const code = source.replace(COMMENT_LINE, '')
  const statements = [...code.matchAll(STATEMENT)].map(([, type, , to = '']) => ({ to, typeOnly: type !== undefined }))
  const expressions = [...code.matchAll(EXPRESSION)].map(([, , to]) => ({
    to: to ?? 'a computed name',
    typeOnly: false,
  }))
  return [...statements, ...expressions].map(({ to, typeOnly }) => ({
    from: path,
    to: to.startsWith('.') ? posix.join(posix.dirname(path), to) : to,
    typeOnly,
  }))
}

function isAllowed({ from, to }: Import, sources: Sources): boolean {
  const [area = '', folder = ''] = from.split('/')
  const [targetArea, targetFolder = ''] = to.split('/')
  const isFile = sources.has(to)
  if (area === 'src') {
    if (!isFile) return corePackages.includes(to)
    // src/index.ts is the public face of all folders.
    return targetArea === 'src' && (folder === 'index.ts' || reaches(core, folder, targetFolder))
  }
  if (!isFile) return to.startsWith('node:') || adapterPackages.includes(to)
  return targetArea === 'src' || reaches(adapters, folder, targetFolder)
}

function reaches(table: Readonly<Record<string, readonly string[]>>, folder: string, target: string): boolean {
  const allowed = table[folder]
  return allowed !== undefined && (target === folder || allowed.includes(target))
}

/** Every import against the direction of the design, as `from → to`. */
function wrongImports(sources: Sources): string[] {
  return allImports(sources)
    .filter((one) => !isAllowed(one, sources))
    .map(({ from, to }) => `${from} → ${to}`)
}

function allImports(sources: Sources): Import[] {
  return [...sources].flatMap(([path, source]) => importsOf(path, source))
}

/** One cycle of a graph, as the nodes on the way, or undefined. */
function cycleIn(edges: readonly (readonly [from: string, to: string])[]): string[] | undefined {
  const targets = new Map<string, Set<string>>()
  for (const [from, to] of edges) {
    if (from !== to) targets.set(from, (targets.get(from) ?? new Set()).add(to))
  }
  const done = new Set<string>()
  function search(node: string, way: readonly string[]): string[] | undefined {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const target of targets.get(node) ?? []) {
      const cycle = search(target, [...way, node])
      if (cycle !== undefined) return cycle
    }
    done.add(node)
    return undefined
  }
  for (const node of targets.keys()) {
    const cycle = search(node, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}

function folderCycle(sources: Sources): string[] | undefined {
  return cycleIn(allImports(sources).map(({ from, to }) => [folderOf(from), folderOf(to)]))
}

// src/headers/challenges is a part of src/headers.
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}

function fileCycle(sources: Sources): string[] | undefined {
  return cycleIn(
    allImports(sources)
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ from, to }) => [from, to]),
  )
}

const root = fileURLToPath(new URL('..', import.meta.url))

function read(folder: string, extension: string): Sources {
  const names = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
  const paths = names.map((name) => posix.join(folder, name.replaceAll('\\', '/')))
  return new Map(
    paths
      .filter((path) => path.endsWith(extension))
      .sort()
      .map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]),
  )
}

const sources: Sources = new Map([...read('src', '.ts'), ...read('adapters', '.ts')])

describe('the direction of imports', () => {
  it('is status, headers, text ← problems ← replies ← recognize ← respond ← adapters', () => {
    expect(wrongImports(sources)).toEqual([])
  })

  it('is checked for every folder there is', () => {
    const folders = Object.keys(core).map((name) => `src/${name}`)
    const known = ['src/index.ts', ...folders, ...Object.keys(adapters).map((name) => `adapters/${name}`)]
    expect([...new Set([...sources.keys()].map(folderOf))].sort()).toEqual(known.sort())
  })

  it('makes no cycle of folders', () => {
    expect(folderCycle(sources)).toBeUndefined()
  })

  it('makes no cycle of files, once the types are gone', () => {
    expect(fileCycle(sources)).toBeUndefined()
  })

  it.each(corePackages)('lets in %s, which itself imports nothing of Node', (name) => {
    const imports = allImports(read(`node_modules/${name}`, '.js')).map(({ to }) => to)
    expect(imports.filter((to) => isBuiltin(to))).toEqual([])
  })
})

describe('the check of imports', () => {
  const files = (given: Record<string, string>): Sources => new Map(Object.entries(given))
  const target = (path: string): Record<string, string> => ({ [path]: '' })

  it('sees every form of import', () => {
    const source = [
      "import one from 'one'",
      "import { a,\n  type B as C } from '2'",
      'import * as three from "three"',
      "import 'four'",
      "export * from 'five'",
      "export { a as b } from 'six'",
      "import type { D } from 'seven'",
      "export type { E } from 'eight'",
      "  const f = await import('nine')",
      "type G = import('ten').G",
      "const h = require('eleven')",
      'void import(h)',
    ].join('\n')
    const names = ['one', '2', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']
    const found = importsOf('src/x.ts', source)
    expect(found.map(({ to }) => to)).toEqual([...names, 'a computed name'])
    expect(found.filter(({ typeOnly }) => typeOnly).map(({ to }) => to)).toEqual(['seven', 'eight'])
  })

  it('takes neither comments nor texts for imports', () => {
    const source = [
      "// import a from 'a'",
      '/**',
      " * import b from 'b'",
      ' */',
      "const c = 'from'",
      "export const d = 'd', e = `import f from 'f'`",
      "export function g() { return 'from' }",
    ].join('\n')
    expect(importsOf('src/x.ts', source)).toEqual([])
  })

  it.each([
    ['src/headers/a.ts', "import '../status/index.ts'", 'src/status/index.ts'],
    ['src/status/a.ts', "import type { A } from '../headers/index.ts'", 'src/headers/index.ts'],
    ['src/text/a.ts', "export * from '../status/index.ts'", 'src/status/index.ts'],
    ['src/problems/a.ts', "import { r } from '../recognize/index.ts'", 'src/recognize/index.ts'],
    ['src/problems/a.ts', "import { r } from '../replies/index.ts'", 'src/replies/index.ts'],
    ['src/replies/a.ts', "import { r } from '../conform/index.ts'", 'src/conform/index.ts'],
    ['src/conform/a.ts', "import { r } from '../respond/index.ts'", 'src/respond/index.ts'],
    ['src/recognize/a.ts', "import { r } from '../replies/index.ts'", 'src/replies/index.ts'],
    ['src/recognize/a.ts', "import { r } from '../respond/index.ts'", 'src/respond/index.ts'],
    ['src/headers/challenges/a.ts', "import { r } from '../../status/index.ts'", 'src/status/index.ts'],
    ['src/respond/a.ts', "import { r } from '../index.ts'", 'src/index.ts'],
    ['src/respond/a.ts', "import { r } from '../../adapters/node/a.ts'", 'adapters/node/a.ts'],
    ['src/index.ts', "export * from '../adapters/node/a.ts'", 'adapters/node/a.ts'],
    ['src/novelty/a.ts', "import { r } from '../status/index.ts'", 'src/status/index.ts'],
    ['adapters/express/a.ts', "import { r } from '../koa/a.ts'", 'adapters/koa/a.ts'],
    ['adapters/node/a.ts', "import { r } from '../express/a.ts'", 'adapters/express/a.ts'],
  ])('refuses in %s: %s', (path, source, to) => {
    expect(wrongImports(files({ [path]: source, ...target(to) }))).toEqual([`${path} → ${to}`])
  })

  it.each([
    ['src/respond/a.ts', 'node:http'],
    ['src/respond/a.ts', 'http-errors'],
    ['src/respond/a.ts', 'express'],
    ['src/respond/a.ts', 'koa'],
    ['adapters/express/a.ts', 'express'],
    ['adapters/koa/a.ts', 'koa'],
    ['adapters/koa/a.ts', 'negotiator'],
    ['adapters/koa/a.ts', 'http'],
  ])('refuses in %s the package %s', (path, name) => {
    expect(wrongImports(files({ [path]: `import type { A } from '${name}'` }))).toEqual([`${path} → ${name}`])
  })

  it('refuses a file that is not there', () => {
    expect(wrongImports(files({ 'src/respond/a.ts': "import './b.js'" }))).toEqual([
      'src/respond/a.ts → src/respond/b.js',
    ])
  })

  it('finds a cycle of folders, also one of types', () => {
    const a = { 'src/a/one.ts': "import type { B } from '../b/one.ts'", 'src/a/two.ts': '' }
    const b = { 'src/b/one.ts': '', 'src/b/two.ts': "import { a } from '../a/two.ts'" }
    expect(folderCycle(files({ ...a, ...b }))).toEqual(['src/a', 'src/b', 'src/a'])
    expect(fileCycle(files({ ...a, ...b }))).toBeUndefined()
  })

  it('finds a cycle of files', () => {
    const cycle = {
      'src/a/start.ts': "import './one.ts'",
      'src/a/one.ts': "import './two.ts'",
      'src/a/two.ts': "import './three.ts'",
      'src/a/three.ts': "export * from './one.ts'",
    }
    expect(fileCycle(files(cycle))).toEqual(['src/a/one.ts', 'src/a/two.ts', 'src/a/three.ts', 'src/a/one.ts'])
    expect(folderCycle(files(cycle))).toBeUndefined()
  })
})
