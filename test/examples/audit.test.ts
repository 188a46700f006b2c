import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Host, startHosts } from '../../examples/tour/hosts.ts'
import brokenOnPurpose from '../../spec/broken-on-purpose.json' with { type: 'json' }
import { type Audit, auditOf } from '../foreign/audits.ts'

/** Every GET route of both applications, with what there is and what there is not, and what only POST has. */
const ROUTES = [
  '/orders',
  '/orders?limit=many',
  '/orders/1',
  '/orders/4711',
  '/orders/1/invoice',
  '/orders/1/stock',
  '/orders/1/parcel',
  '/orders/1/photo',
  '/orders.csv',
  '/orders.csv?year=1066',
  '/catalogue.csv',
  '/exports/7',
  '/order/1',
  '/customers/7',
  '/search?q=tea',
  '/statistics',
  '/reports',
  '/prices/tea',
  '/profile',
  '/stocktaking',
  '/shop',
  '/login',
  '/files/terms.txt',
  '/files/logo.svg',
  '/files/secret-recipe.txt',
]

/** Where it matters who asks: what is refused to anybody, errors, and a file. */
const PUBLIC_ROUTES = ['/orders', '/orders/4711', '/reports', '/profile', '/search?q=tea', '/files/price-list.csv']

/** The application's own fault, on purpose: `legacy.ts` shows by it what conform() can only report. */
const LEGACY = { rule: '9110-15.4.3-302-location', path: '/shop' }

let audits: ReadonlyMap<string, readonly Audit[]>
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'statuswise-'))
  const routes = await write(join(folder, 'routes.txt'), ROUTES)
  const publicRoutes = await write(join(folder, 'public.txt'), PUBLIC_ROUTES)
  const hosts = await startHosts()
  try {
    const auditing = hosts.map(async (host) => [host.name, await auditHost(host, routes, publicRoutes)] as const)
    audits = new Map(await Promise.all(auditing))
  } finally {
    await Promise.all(hosts.map((host) => host.close()))
    await rm(folder, { recursive: true })
  }
}, 180_000)

async function write(file: string, routes: readonly string[]): Promise<string> {
  await writeFile(file, routes.map((route) => `GET ${route}\n`).join(''))
  return file
}

/** As somebody who has logged in, and as anybody. */
function auditHost({ port, tokens }: Host, routes: string, publicRoutes: string): Promise<Audit[]> {
  const url = `http://127.0.0.1:${port}`
  const login = ['--header', `Authorization: Bearer ${tokens.ada}`]
  return Promise.all([auditOf(url, routes, ...login), auditOf(url, publicRoutes)])
}

describe.each(['Express', 'Koa'])('the audit of the orders API on %s', (name) => {
  it('was answered every request', () => {
    for (const { report } of audits.get(name) ?? []) {
      expect([report.stopped, report.troubles.filter(({ severity }) => severity !== 'note')]).toEqual([null, []])
    }
    expect(audits.get(name)).toHaveLength(2)
  })

  it('finds no MUST and no SHOULD broken, but on purpose', () => {
    const wrong = findingsOf(name).filter(({ rule, target }) => {
      const isLegacy = rule === LEGACY.rule && new RegExp(`^(?:http://…)?${LEGACY.path}$`).test(target)
      return !isLegacy && !Object.hasOwn(brokenOnPurpose, rule)
    })
    expect(wrong.map(({ rule, at, probe }) => `${rule}: ${at} (${probe})`)).toEqual([])
  })

  it('finds what is broken on purpose, so that nothing is excused without need', () => {
    const found = new Set(findingsOf(name).map(({ rule }) => rule))
    expect(Object.keys(brokenOnPurpose).filter((rule) => !found.has(rule))).toEqual([])
    expect(found).toContain(LEGACY.rule)
  })
})

function findingsOf(name: string): { rule: string; at: string; target: string; probe: string }[] {
  return (audits.get(name) ?? []).flatMap(({ report, found }) =>
    report.findings
      .filter(({ rule }) => rule.level !== 'advice')
      .flatMap(({ rule }) => (found.get(rule.id) ?? []).map((one) => ({ rule: rule.id, ...one }))),
  )
}
