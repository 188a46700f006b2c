import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../support/run.js'

/**
 * Compiles the TypeScript programs of a project strictly, types of dependencies included.
 *
 * @throws {Error} with what the compiler says.
 */
export async function compile(tsc, project, programs, { resolution, types = [], skipLibCheck = false }) {
  const files = programs.map((program) => `${program}.ts`)
  // Under nodenext a CommonJS module may require() an ES module. To a bundler the two are the same.
  if (resolution === 'nodenext') {
    for (const program of programs) {
      await cp(join(project, `${program}.ts`), join(project, `${program}.cts`))
      files.push(`${program}.cts`)
    }
  }
  const compilerOptions = {
    target: 'ES2022',
    module: resolution === 'nodenext' ? 'NodeNext' : 'Preserve',
    moduleResolution: resolution,
    esModuleInterop: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    lib: ['ES2022'],
    types,
    skipLibCheck,
    noEmit: true,
  }
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  await run(process.execPath, [tsc, '-p', '.'], { cwd: project })
}
