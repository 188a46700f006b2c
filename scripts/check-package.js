// Packs the package and uses it as others would: from empty projects, in JavaScript and TypeScript, with the oldest and
// the newest of what it stands on. Needs dist/ (`npm run check:package` builds it) and the npm registry.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './package/compile.js'
import { checkContents } from './package/contents.js'
import { checkVersion } from './package/installed.js'
import { createChecks } from './support/checks.js'
import { createProject } from './support/project.js'
import { run } from './support/run.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
const folder = await mkdtemp(join(tmpdir(), 'statuswise-package-'))
const { check, end } = createChecks()
let tarball = ''

const express4 = ['express@4', '@types/express@4', 'http-errors@2']
const express5 = ['express@5', '@types/express@5', 'http-errors@2']
const koa2 = ['koa@2', '@types/koa@2']
const koa3 = ['koa@3', '@types/koa@3']
const projects = [
  { name: 'express-4', programs: ['express'], packages: express4 },
  { name: 'express-5', programs: ['express'], packages: express5 },
  { name: 'koa-2', programs: ['koa'], packages: koa2 },
  { name: 'koa-3', programs: ['koa'], packages: koa3 },
  { name: 'express-4 with koa-2', programs: ['express', 'koa'], packages: [...express4, ...koa2] },
  // The types of Koa, 2 and 3, refer to those of content-disposition 0.5. Beside Express 5.3 they find content-disposition
  // 2, which brings its own, with other names: no package of ours can help, skipLibCheck does.
  { name: 'express-5 with koa-3', programs: ['express', 'koa'], packages: [...express5, ...koa3], skipLibCheck: true },
]

try {
  await checkAll()
} finally {
  await rm(folder, { recursive: true, force: true })
}
end()

async function checkAll() {
  const packed = await check('npm pack', async () => {
    await run('npm', ['pack', '--pack-destination', folder], { cwd: root })
    tarball = join(folder, (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? 'nothing packed')
  })
  if (!packed) return
  await check('publint, strict', () => run(join(bin, 'publint'), ['run', tarball, '--strict']))
  await check('attw, profile esm-only', () => run(join(bin, 'attw'), [tarball, '--profile', 'esm-only']))

  // Without the registry the rest fails, and slowly.
  if (!(await check('TypeScript 5.9', () => createProject(join(folder, 'typescript-5.9'), ['typescript@5.9'])))) return
  await checkAlone()
  for (const project of projects) await checkProject(project)
  await checkBundle()
  await checkLowest()
  await checkRunners()
}

async function checkAlone() {
  if (!(await install('alone', []))) return
  await check('alone: what is packed', () => checkContents(join(folder, 'alone/node_modules/statuswise'), root))
  await execute('alone', 'core.js')
  await execute('alone', 'core.cjs')
  await execute('alone', 'testing.js')
  await execute('alone', 'testing.cjs')
  await execute('alone', 'command.js')
  await execute('alone', 'node.js')
  await execute('alone', 'node.cjs')
  await execute('alone', 'iis.js')
  await execute('alone', 'iis.cjs')
  await execute('alone', 'sip.js')
  await execute('alone', 'sip.cjs')
  await execute('alone', 'languages.js')
  await execute('alone', 'languages.cjs')
  await execute('alone', 'status.js')
  await execute('alone', 'status.cjs')
  await compileAll('alone', ['core', 'iis', 'languages', 'sip', 'status'])
}

async function checkProject({ name, programs, packages, skipLibCheck }) {
  if (!(await install(name, [...packages, '@types/node@20']))) return
  for (const program of programs) {
    await execute(name, `${program}.js`)
    await execute(name, `${program}.cjs`)
  }
  await compileAll(name, [...programs, 'node'], { types: ['node'], skipLibCheck })
}

// Bundled into one file, which runs where there are no packages.
async function checkBundle() {
  const away = join(folder, 'bundled')
  await check('express-5: bundled with esbuild, as CommonJS', async () => {
    const options = ['--bundle', '--platform=node', '--log-level=error', `--outfile=${join(away, 'bundled.cjs')}`]
    await run(join(bin, 'esbuild'), ['bundled.js', ...options], { cwd: join(folder, 'express-5') })
    await run(process.execPath, ['bundled.cjs'], { cwd: away })
  })
}

// The lowest versions that package.json admits.
async function checkLowest() {
  const dependencies = {
    'http-errors': '2.0.0',
    negotiator: '1.0.0',
    'range-parser': '1.2.1',
    'safe-stable-stringify': '2.5.0',
    yaml: '2.4.0',
  }
  const exact = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)
  const packages = [...exact, 'express@4.18.0', 'express5@npm:express@5.0.1', 'koa@2.14.0', 'intl-messageformat@11.0.0']
  if (!(await install('lowest', packages))) return
  for (const [name, version] of Object.entries(dependencies)) {
    await check(`lowest: statuswise gets ${name} ${version}`, () => checkVersion(join(folder, 'lowest'), name, version))
  }
  await execute('lowest', 'express.js')
  await execute('lowest', 'express.js', 'express5')
  await execute('lowest', 'koa.js')
  await execute('lowest', 'command.js')
  await execute('lowest', 'node.js')
  await execute('lowest', 'languages.js')
  await execute('lowest', 'message-format.js')
}

// The matchers, in the runners that they are for.
async function checkRunners() {
  const packages = ['express@5', 'supertest@7', 'vitest@4', 'jest@30', 'http-errors@2']
  if (!(await install('runners', [...packages, '@types/express@5', '@types/node@20', '@types/supertest@7']))) return
  const project = join(folder, 'runners')
  await check('runners: vitest', () =>
    run('npx', ['vitest', 'run', 'runners/problems.vitest.test.ts'], { cwd: project }),
  )
  await check('runners: jest', () =>
    run(
      process.execPath,
      ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--testMatch', '**/problems.jest.test.js'],
      { cwd: project },
    ),
  )
  await compileAll('runners', ['testing', 'runners/problems.vitest.test'], { types: ['node'], skipLibCheck: true })
}

function install(project, packages) {
  return check(`${project}: npm install`, async () => {
    await createProject(join(folder, project), [tarball, ...packages])
    await cp(join(root, 'test/package'), join(folder, project), { recursive: true })
  })
}

async function execute(project, ...args) {
  await check(`${project}: node ${args.join(' ')}`, async () => {
    const { stderr } = await run(process.execPath, args, { cwd: join(folder, project) })
    if (stderr.includes('ExperimentalWarning')) return 'with an ExperimentalWarning'
  })
}

async function compileAll(project, programs, options = {}) {
  const compilers = [
    ['5.9', join(folder, 'typescript-5.9')],
    ['7', root],
  ]
  for (const [version, home] of compilers) {
    for (const resolution of ['nodenext', 'bundler']) {
      const note = options.skipLibCheck ? ', skipLibCheck' : ''
      await check(`${project}: TypeScript ${version}, ${resolution}${note}`, () =>
        compile(join(home, 'node_modules/typescript/bin/tsc'), join(folder, project), programs, {
          resolution,
          ...options,
        }),
      )
    }
  }
}
