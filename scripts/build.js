// dist/: the whole core in one ESM file, which the entries share (importing many small files costs three times as much), and types.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
rmSync('dist', { recursive: true, force: true })

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  packages: 'external',
  external: ['node:*'],
  sourcemap: true,
}

// The core: its public face, and what the adapters import of it beyond that. For Node there is a build of its own, which
// loads what is hardly ever needed only then; package.json (#core) tells the two apart.
const folders = ['conform', 'headers', 'problems', 'recognize', 'replies', 'respond', 'status']
const core = {
  ...common,
  stdin: {
    contents: ['index', 'problems/internal', ...folders.map((folder) => `${folder}/index`)]
      .map((file) => `export * from './${file}.ts'`)
      .join('\n'),
    resolveDir: 'src',
    loader: /** @type {const} */ ('ts'),
    sourcefile: 'core.ts',
  },
}
await build({ ...core, outfile: 'dist/core.js' })
await build({
  ...core,
  outfile: 'dist/core.node.js',
  plugins: [redirect(/^\.\/stringify\.ts$/, join(root, 'adapters/node/stringify.ts'))],
})

// The public entry has the public names only.
const { metafile } = await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outdir: 'unwritten',
  write: false,
  metafile: true,
})
const names = metafile.outputs['unwritten/index.js']?.exports ?? []
writeFileSync('dist/index.js', `export {\n${names.map((name) => `  ${name},\n`).join('')}} from '#core'\n`)

// The rulebook is one file of its own: applications load it only with audit(), tests and the command line always.
await build({
  ...common,
  stdin: {
    contents: ['audit', 'rules'].map((folder) => `export * from './${folder}/index.ts'`).join('\n'),
    resolveDir: 'src',
    loader: /** @type {const} */ ('ts'),
    sourcefile: 'rulebook.ts',
  },
  outfile: 'dist/rulebook.js',
})
const rulebook = redirect(/\/src\/(?:audit|rules)\/index\.ts$/, './rulebook.js', true)

await build({
  ...common,
  entryPoints: {
    express: 'adapters/express/index.ts',
    koa: 'adapters/koa/index.ts',
    node: 'adapters/server/index.ts',
  },
  outdir: 'dist',
  plugins: [rulebook, redirect(/\/src\/\w+\/(?:index|internal)\.ts$/, './core.node.js', true)],
})

await build({ ...common, entryPoints: { testing: 'testing/index.ts' }, outdir: 'dist', plugins: [rulebook] })
await build({
  ...common,
  entryPoints: { 'testing-vitest': 'testing/vitest.ts', 'testing-jest': 'testing/jest.ts' },
  outdir: 'dist',
  plugins: [redirect(/^\.\/matchers\.ts$/, './testing.js', true)],
})

await build({
  ...common,
  entryPoints: { cli: 'cli/bin.ts' },
  outdir: 'dist',
  banner: { js: '#!/usr/bin/env node' },
  plugins: [rulebook],
})

/**
 * @param {RegExp} filter
 * @param {string} path
 * @returns {import('esbuild').Plugin}
 */
function redirect(filter, path, external = false) {
  return { name: 'redirect', setup: ({ onResolve }) => onResolve({ filter }, () => ({ path, external })) }
}

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
