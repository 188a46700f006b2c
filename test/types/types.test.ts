import { execFile } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A place outside of the repository that looks like it from two folders down, as this one does. */
const scratch = mkdtempSync(join(tmpdir(), 'statuswise-types-'))
for (const part of ['src', 'adapters', 'node_modules']) symlinkSync(join(root, part), join(scratch, part), 'junction')
copyFileSync(join(root, 'package.json'), join(scratch, 'package.json'))

const PATIENCE = 120_000

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Runs the compiler over a project. Gives the errors that it prints, as `file:line`, and the text of them. */
function compile(project: string): Promise<{ places: string[]; text: string }> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, '-p', project, '--pretty', 'false'], { cwd: root }, (error, text, complaint) => {
      if (error !== null && !/error TS\d+/.test(text)) return reject(new Error(`tsc did not run: ${text}${complaint}`))
      const found = [...text.matchAll(/^(?:.*[\\/])?([^\\/]+\.ts)\((\d+),\d+\): error /gm)]
      resolve({ places: found.map(([, file, line]) => `${file}:${line}`), text })
    })
  })
}

/** Makes a project there, with the settings of another one. */
function generate(name: string, settings: string, files: Readonly<Record<string, string>>): string {
  const project = join(scratch, 'test', name)
  mkdirSync(project, { recursive: true })
  const config = { extends: settings, compilerOptions: { rootDir: scratch }, include: ['.'], exclude: [] }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config))
  for (const [file, source] of Object.entries(files)) writeFileSync(join(project, file), source)
  return project
}

const EXPECTED = /^\s*\/\/ @ts-expect-error .+$/

const sources = new Map(
  readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(here, file), 'utf8')]),
)

describe('the types', () => {
  it('let through what is right, and nothing that a rule forbids', { timeout: PATIENCE }, async () => {
    expect((await compile(here)).text).toBe('')
  })

  it('would be found wrong without each @ts-expect-error', { timeout: PATIENCE }, async () => {
    const bare: Record<string, string> = {}
    const marked: string[] = []
    for (const [file, source] of sources) {
      const lines = source.split('\n')
      bare[file] = lines.map((line) => (EXPECTED.test(line) ? '//' : line)).join('\n')
      marked.push(...lines.flatMap((line, index) => (EXPECTED.test(line) ? [`${file}:${index + 2}`] : [])))
    }
    const { places } = await compile(generate('bare', join(here, 'tsconfig.json'), bare))
    expect(marked.length).toBeGreaterThan(50)
    expect([...new Set(places)].sort()).toEqual(marked.sort())
  })

  it('would be found too lax if something wrong were let through', { timeout: PATIENCE }, async () => {
    const source = `import { NotFound } from '../../src/index.ts'\n// @ts-expect-error it is right\nnew NotFound()\n`
    const { places } = await compile(generate('lax', join(here, 'tsconfig.json'), { 'lax.ts': source }))
    expect(places).toEqual(['lax.ts:2'])
  })
})

describe('the core', () => {
  it('is pure ECMAScript: it needs no types of Node or of the DOM', { timeout: PATIENCE }, async () => {
    expect((await compile(join(root, 'src'))).text).toBe('')
  })

  it('would be found wrong if it used anything of theirs', { timeout: PATIENCE }, async () => {
    const theirs = ['process', 'Buffer', 'console', 'URL', 'TextEncoder', 'setTimeout', 'document', 'require']
    const source = theirs.map((name) => `export const a${name}: unknown = ${name}\n`).join('')
    const { places } = await compile(generate('impure', join(root, 'src/tsconfig.json'), { 'impure.ts': source }))
    expect(places).toEqual(theirs.map((_name, index) => `impure.ts:${index + 1}`))
  })
})
