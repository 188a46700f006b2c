// dist/: the whole core in one ESM file, which the entries share (importing many small files costs three times as much), and types.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
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
const folders = ['problems', 'recognize', 'replies', 'respond', 'status']
await build({
  ...common,
  stdin: {
    contents: ['index', ...folders.map((folder) => `${folder}/index`)]
      .map((file) => `export * from './${file}.ts'`)
      .join('\n'),
    resolveDir: 'src',
    loader: 'ts',
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

await build({
  ...common,
  entryPoints: { express: 'adapters/express/index.ts', koa: 'adapters/koa/index.ts' },
  outdir: 'dist',
  plugins: [
    {
      name: 'core',
      setup({ onResolve }) {
        onResolve({ filter: /\/src\/\w+\/index\.ts$/ }, () => ({ path: './core.js', external: true }))
      },
    },
  ],
})

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
