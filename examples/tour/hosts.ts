import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MendEvent, ProblemEvent } from 'statuswise/express'
import { protect } from 'statuswise/node'
import { exchange, request } from '../../test/support/raw-client.ts'
import { createApp as createExpressApp } from '../express/app.ts'
import { createApp as createKoaApp } from '../koa/app.ts'
import type { User } from './step.ts'

/** An application that listens. */
export interface Host {
  readonly name: string
  readonly port: number
  /** The tokens that the users got when they logged in. */
  readonly tokens: Readonly<Record<User, string | undefined>>
  /** What its `onProblem` was given. */
  readonly reports: readonly ProblemEvent<unknown>[]
  /** What its `onMend` was given. */
  readonly mends: readonly MendEvent<unknown>[]
  close(): Promise<void>
}

/**
 * Starts both applications in this process. Their reports are collected: the tour fails on purpose, and the stacks of its
 * server errors would hide what it shows.
 */
export async function startHosts(): Promise<Host[]> {
  const warehouse = `http://127.0.0.1:${await unusedPort()}`
  return [
    await startHost('Express', (told) => createExpressApp({ warehouse, ...told })),
    await startHost('Koa', (told) => createKoaApp({ warehouse, ...told }).callback()),
  ]
}

/** Where an application reports. */
export interface Told {
  readonly onProblem: (event: ProblemEvent<unknown>) => void
  readonly onMend: (event: MendEvent<unknown>) => void
}

/**
 * Starts an application on a port of its own, and logs its users in.
 *
 * @param prepare what is done to its server; by default what the examples do.
 */
export async function startHost(
  name: string,
  create: (told: Told) => RequestListener,
  prepare: (server: Server) => Server = protect,
): Promise<Host> {
  const reports: ProblemEvent<unknown>[] = []
  const mends: MendEvent<unknown>[] = []
  const told = {
    onProblem: (event: ProblemEvent<unknown>) => void reports.push(event),
    onMend: (event: MendEvent<unknown>) => void mends.push(event),
  }
  const { server, port } = await listen(prepare(createServer(create(told))))
  const tokens = { ada: await login(port, 'ada', 'difference-engine'), bob: await login(port, 'bob', 'builder') }
  return { name, port, tokens, reports, mends, close: () => close(server) }
}

async function login(port: number, name: User, password: string): Promise<string | undefined> {
  const body = JSON.stringify({ name, password })
  const headers = { 'Content-Type': 'application/json' }
  const { responses } = await exchange(port, request({ method: 'POST', target: '/login', headers, body }))
  const [response] = responses
  const isJson = response?.header('Content-Type')?.startsWith('application/json')
  return isJson ? Object(response?.json()).token : undefined
}

async function listen(server: Server): Promise<{ server: Server; port: number }> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

async function close(server: Server): Promise<void> {
  const closed = once(server.close(), 'close')
  server.closeAllConnections()
  await closed
}

async function unusedPort(): Promise<number> {
  const { server, port } = await listen(createServer())
  await close(server)
  return port
}
