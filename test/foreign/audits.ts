import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../cli/main.ts'
import type { JsonReport } from '../cli/support.ts'
import { BARE, foreignServers } from './servers.ts'

/** All that the servers have. What they do not have, the audit makes up. */
const ROUTES = ['/orders', '/report', '/language', '/reset', '/empty', ...BARE.map((status) => `/bare/${status}`)]

/** What the audit found on one server. */
export interface Audit {
  readonly code: number
  readonly report: JsonReport
  /** Where each rule was found to be broken, as `GET /orders → 200`, by the id of the rule. */
  readonly found: ReadonlyMap<string, readonly Found[]>
}

export interface Found {
  /** `GET /orders → 200`: what differs between two runs is named. */
  readonly at: string
  readonly target: string
  /** What was asked: `GET with Host twice`. */
  readonly probe: string
}

/** Audits all servers at once, each as `statuswise audit <url> --routes <file> --json` does. */
export async function auditAll(): Promise<ReadonlyMap<string, Audit>> {
  const folder = await mkdtemp(join(tmpdir(), 'statuswise-'))
  const routes = join(folder, 'routes.txt')
  await writeFile(routes, ROUTES.map((route) => `GET ${route}\n`).join(''))
  try {
    const audits = foreignServers.map(async ({ name, start }) => {
      const { url, close } = await start()
      try {
        return [name, await auditOf(url, routes)] as const
      } finally {
        await close()
      }
    })
    return new Map(await Promise.all(audits))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Runs the command line, with a rate at which the network of this machine decides. */
export async function auditOf(url: string, routes: string, ...options: readonly string[]): Promise<Audit> {
  let stdout = ''
  let stderr = ''
  const code = await main(['audit', url, '--routes', routes, '--json', '--rate', '2000', ...options], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  })
  if (stdout === '') throw new Error(`No report: ${stderr}`)
  const report = JSON.parse(stdout) as JsonReport
  const found = report.findings.map(({ rule, occurrences }): [string, Found[]] => [
    rule.id,
    occurrences.map(({ method, target, status, probe }) => {
      const stable = stableTarget(target, url)
      return { at: `${method} ${stable} → ${status}`, target: stable, probe }
    }),
  ])
  return { code, report, found: new Map(found) }
}

function stableTarget(target: string, url: string): string {
  return target
    .replace(url, 'http://…')
    .replace(/statuswise-[0-9a-f]{16}/, 'random')
    .replace(/statuswise=x+.*$/, 'long')
}
