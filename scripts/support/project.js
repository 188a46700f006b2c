import { mkdir, writeFile } from 'node:fs/promises'
import { run } from './run.js'

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/

/**
 * Makes a project in an empty folder and installs packages into it. Only those in `allowScripts` may run their install
 * scripts.
 *
 * @throws {Error} that says so, when the registry cannot be reached.
 */
export async function createProject(folder, packages, { allowScripts = [] } = {}) {
  const manifest = {
    private: true,
    type: 'module',
    allowScripts: Object.fromEntries(allowScripts.map((name) => [name, true])),
  }
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/package.json`, JSON.stringify(manifest))
  // Under `npm run`, this repository's .npmrc is in force elsewhere, too.
  const scripts = `--ignore-scripts=${allowScripts.length === 0}`
  const options = [scripts, '--prefer-offline', '--no-audit', '--no-fund']
  try {
    await run('npm', ['install', ...options, ...packages], { cwd: folder })
  } catch (error) {
    if (!UNREACHABLE.test(error.message)) throw error
    throw new Error(`The npm registry cannot be reached, so this could not be checked.\n${error.message}`)
  }
}
