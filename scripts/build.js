// dist/: the whole core in one ESM file, which the entries share (importing many small files costs three times as much), and types.
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

// The core: its public face, and what the adapters import of it beyond that.
const folders = ['conform', 'headers', 'moved', 'problems', 'recognize', 'replies', 'respond', 'status', 'text']
await build({
  ...common,
  stdin: {
    contents: ['index', 'problems/internal', ...folders.map((folder) => `${folder}/index`)]
      .map((file) => `export * from './${file}.ts'`)
      .join('\n'),
    resolveDir: 'src',
    loader: /** @type {const} */ ('ts'),
    sourcefile: 'core.ts',
  },
  outfile: 'dist/core.js',
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
writeFileSync('dist/index.js', `export {\n${names.map((name) => `  ${name},\n`).join('')}} from './core.js'\n`)

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
  plugins: [rulebook, redirect(/\/src\/\w+\/(?:index|internal)\.ts$/, './core.js', true)],
})

// What there is to know of each status is for who asks.
await build({ ...common, entryPoints: { status: 'src/reference/index.ts' }, outdir: 'dist' })

// Tables that only those load who think in them.
await build({
  ...common,
  entryPoints: { iis: 'src/iis/index.ts', sip: 'src/sip/index.ts' },
  outdir: 'dist',
  plugins: [redirect(/^\.\.\/\w+\/(?:index|internal)\.ts$/, './core.js', true)],
})

// A file for each language: who offers one loads no other.
await build({
  ...common,
  entryPoints: readdirSync('src/languages')
    .filter((file) => file === 'index.ts' || /^[a-z]{2}(?:-[A-Za-z]+)?\.ts$/.test(file))
    .map((file) => `src/languages/${file}`),
  outdir: 'dist/languages',
  charset: 'utf8',
  plugins: [redirect(/\/(?:status|text)\/index\.ts$/, '../core.js', true), languageFiles()],
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

/** @returns {import('esbuild').Plugin} */
function languageFiles() {
  return {
    name: 'languages',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\/.+\.ts$/ }, ({ path, kind }) =>
        kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined,
      ),
  }
}

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
