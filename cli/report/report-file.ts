import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../usage-error.ts'

/**
 * Finds out whether a report can be written, and changes nothing: an older report is worth more than none.
 *
 * @throws UsageError where it cannot
 */
export async function checkWritable(file: string): Promise<void> {
  try {
    const found = await stat(file).catch(() => undefined)
    if (found?.isDirectory()) throw new Error('it is a folder')
    await access(found === undefined ? dirname(file) : file, constants.W_OK)
  } catch (error) {
    throw unwritable(file, error)
  }
}

/**
 * Writes a report through a file beside it, so that there is at any time the old one or the new one, and never half of one.
 *
 * @throws UsageError where it cannot be written
 */
export async function writeReport(file: string, text: string): Promise<void> {
  try {
    const found = await stat(file).catch(() => undefined)
    // A pipe or a device is written to, and not replaced.
    if (found !== undefined && !found.isFile()) return await writeFile(file, text)
    await replace(found === undefined ? file : await realpath(file), text, found?.mode)
  } catch (error) {
    throw unwritable(file, error)
  }
}

async function replace(file: string, text: string, mode: number | undefined): Promise<void> {
  const beside = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(beside, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) })
    await rename(beside, file)
  } catch (error) {
    await unlink(beside).catch(() => {})
    // A folder that takes no new file may have one that can be written.
    if (mode === undefined) throw error
    await writeFile(file, text)
  }
}

function unwritable(file: string, error: unknown): UsageError {
  return new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
}
